import { create } from 'zustand'
import type { Canned } from '../../../../../shared/canned.ts'
import { cannedContract } from '../../../../../shared/contract/canned.ts'
import { call } from '../../../api.ts'
import { useSession } from '../../../session.ts'

interface State {
  items?: Canned[]
  loadedAt: number
  failed: boolean
}

export const useCanned = create<State>(() => ({ loadedAt: 0, failed: false }))

const freshMs = 60_000
let under: Promise<void> | undefined

const byShortcut = (a: Canned, b: Canned) => a.shortcut.localeCompare(b.shortcut)

/** Fetches the shop's prepared replies, unless that was done a moment ago. Never fails aloud. */
export function loadCanned(now = Date.now()): Promise<void> {
  if (now - useCanned.getState().loadedAt < freshMs) return Promise.resolve()
  under ??= call(cannedContract.listCanned, {})
    .then(
      ({ items }) => useCanned.setState({ items, loadedAt: now, failed: false }),
      () => useCanned.setState({ failed: true }),
    )
    .finally(() => {
      under = undefined
    })
  return under
}

export async function putCanned(canned: Canned): Promise<void> {
  const stored = await call(cannedContract.putCanned, canned)
  useCanned.setState(({ items = [] }) => ({
    items: [...items.filter(({ id }) => id !== stored.id), stored].sort(byShortcut),
  }))
}

export async function deleteCanned(id: string): Promise<void> {
  await call(cannedContract.deleteCanned, { id })
  useCanned.setState(({ items = [] }) => ({ items: items.filter((item) => item.id !== id) }))
}

export const forgetCanned = () => useCanned.setState({ loadedAt: 0, failed: false }, true)

useSession.subscribe(({ state }) => {
  if (state === 'out') forgetCanned()
})
