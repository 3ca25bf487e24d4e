import { create } from 'zustand'

/** Whether what is on screen is what is so: yes; not yet; nobody knows. */
export type LiveState = 'live' | 'connecting' | 'unknown'

interface Liveness {
  state: LiveState
  /** How often all was fetched afresh, so that screens know when to do the same. */
  syncs: number
  /** When what is on screen was last known to be so, by this device's clock. */
  freshAt?: number
}

export const useLive = create<Liveness>(() => ({
  state: 'connecting',
  syncs: 0,
}))

export const tellState = (state: LiveState) =>
  useLive.setState(state === 'live' ? { state, freshAt: Date.now() } : { state })
