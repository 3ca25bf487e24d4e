import { backoffMs, pause } from '../backoff.ts'
import { useLive } from '../live/use-live.ts'
import type { ById, Draft } from './apply.ts'
import { isDue } from './select.ts'
import { discard, flush, useInbox } from './store.ts'

const prefix = 'balas.outbox.'

/** What waits to be said, in every chat. */
export const waitingIn = (outbox: ById<Draft>): Draft[] => Object.values(outbox).filter(isDue)

const flushAll = () => {
  const chatIds = waitingIn(useInbox.getState().outbox).map(({ chatId }) => chatId)
  return Promise.all(Array.from(new Set(chatIds), flush))
}

/**
 * What somebody wrote outlives a reload until the server has it, and every tab of theirs shows it. It is
 * tried again whenever all was fetched afresh, and in growing intervals.
 */
export function keepOutbox(userId: string): () => void {
  const over = new AbortController()
  const { signal } = over
  const mine = `${prefix}${userId}.`
  const add = (kept: string) => {
    const draft: Draft = JSON.parse(kept)
    useInbox.setState(({ outbox }) => ({ outbox: { ...outbox, [draft.id]: draft } }))
  }
  /** Written at once, so that it is there even if the page goes in the same moment. */
  const keep = (outbox: ById<Draft>, before: ById<Draft>) => {
    for (const draft of Object.values(outbox))
      if (draft !== before[draft.id]) localStorage.setItem(mine + draft.id, JSON.stringify(draft))
    for (const id of Object.keys(before)) if (!outbox[id]) localStorage.removeItem(mine + id)
  }
  let trying = false
  const keepTrying = async () => {
    if (trying) return
    trying = true
    for (
      let attempt = 0;
      waitingIn(useInbox.getState().outbox).some(({ waits }) => waits);
      attempt++
    ) {
      await pause(backoffMs(attempt), signal)
      if (signal.aborted) break
      await flushAll()
    }
    trying = false
  }

  for (const [key, kept] of Object.entries(localStorage)) if (key.startsWith(mine)) add(kept)
  keep(useInbox.getState().outbox, {})
  const inOtherTab = ({ key, newValue }: StorageEvent) => {
    if (!key?.startsWith(mine)) return
    if (newValue) add(newValue)
    else discard(key.slice(mine.length))
  }
  window.addEventListener('storage', inOtherTab, { signal })
  const stops = [
    useInbox.subscribe(({ outbox }, { outbox: before }) => {
      if (outbox === before) return
      keep(outbox, before)
      void keepTrying()
    }),
    useLive.subscribe(({ syncs }, before) => syncs !== before.syncs && void flushAll()),
  ]
  return () => {
    over.abort()
    for (const stop of stops) stop()
  }
}

/** Nothing of what anybody wrote here and did not send is left. */
export function forgetOutboxes(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix)) localStorage.removeItem(key)
}
