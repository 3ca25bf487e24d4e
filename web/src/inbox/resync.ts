import type { Chat } from '../../../shared/chat.ts'
import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import { useLive } from '../live/use-live.ts'
import { receivePage, useInbox } from './store.ts'

/** News may become visible a little after its time stamp; asking twice for a minute is harmless. */
const overlapMs = 60_000

/** Up to when all is known, of what this rule of sight shows. */
export interface Synced {
  at: string
  sightRev: number
}
let synced: Synced | undefined

export const syncedUpTo = (): Synced | undefined => synced

/** What was kept of an earlier visit is as good as what was fetched then; so are the newest chats of a list. */
export const resumeSync = (known: Synced) => {
  if (!synced || known.at < synced.at) synced = known
}

/** Fetches all that changed since the last time this succeeded. A push that got lost is made up for here. */
export async function resync(): Promise<void> {
  const since = synced && new Date(Date.parse(synced.at) - overlapMs).toISOString()
  let sightRev = await fetchChats(since)
  // What came into sight by another rule need not have changed since.
  if (since && sightRev !== synced?.sightRev) sightRev = await fetchChats()
  const all = Object.values(useInbox.getState().chats)
  synced = { at: newestOf(all, synced?.at), sightRev }
  useLive.setState(({ syncs }) => ({ syncs: syncs + 1 }))
}

/** All changes since then, or the newest chats. Answers by which rule they were chosen. */
async function fetchChats(since?: string): Promise<number> {
  let cursor: string | undefined
  for (;;) {
    const page = await call(chatsContract.listChats, { since, cursor, limit: since ? 100 : 50 })
    receivePage(page)
    cursor = page.cursor ?? undefined
    if (!since || !cursor) return page.sight?.rev ?? 0
  }
}

export const forgetSync = () => {
  synced = undefined
}

/** Nothing was there yet: all that comes, and goes again, is news. */
const everything = new Date(0).toISOString()

/** When the last of them changed, by the server's clock, never by ours. */
export const newestOf = (chats: Chat[], known = everything): string =>
  chats.reduce((newest, { updatedAt }) => (updatedAt > newest ? updatedAt : newest), known)
