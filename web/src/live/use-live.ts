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

/** News that come all the time need not say each time that they came. */
const exactlyMs = 1_000

export function tellState(state: LiveState): void {
  const { state: before, freshAt = 0 } = useLive.getState()
  const now = Date.now()
  if (state !== 'live') useLive.setState({ state })
  else if (before !== 'live' || Math.abs(now - freshAt) > exactlyMs)
    useLive.setState({ state, freshAt: now })
}
