import { create } from 'zustand'

/** Whether what is on screen is what is so: yes; not yet; nobody knows. */
export type LiveState = 'live' | 'connecting' | 'unknown'

/** `syncs` counts how often all was fetched afresh, so that screens know when to do the same. */
export const useLive = create<{ state: LiveState; syncs: number }>(() => ({
  state: 'connecting',
  syncs: 0,
}))
