import { chatsContract } from '../../../shared/contract/chats.ts'
import { call } from '../api.ts'
import { useLive } from '../live/use-live.ts'
import { receive, receiveAll, useInbox } from './store.ts'

/** News may become visible a little after its time stamp; asking twice for a minute is harmless. */
const overlapMs = 60_000

/** Up to when all is known, of what this rule of sight shows. */
export interface Synced {
  at: string
  sightRev: number
}
let synced: Synced | undefined

export const syncedUpTo = (): Synced | undefined => synced

/** What was kept of an earlier visit is as good as what was fetched then. */
export const resumeSync = (known: Synced) => {
  synced ??= known
}

/** Fetches all that changed since the last time this succeeded. A push that got lost is made up for here. */
export async function resync(): Promise<void> {
  const since = synced && new Date(Date.parse(synced.at) - overlapMs).toISOString()
  let sightRev = await fetchChats(since)
  // What came into sight by another rule need not have changed since.
  if (since && sightRev !== synced?.sightRev) sightRev = await fetchChats()
  synced = { at: newest(synced?.at) ?? everything, sightRev }
  useLive.setState(({ syncs }) => ({ syncs: syncs + 1 }))
}

/** All changes since then, or the newest chats. Answers by which rule they were chosen. */
async function fetchChats(since?: string): Promise<number> {
  let cursor: string | undefined
  for (;;) {
    const page = await call(chatsContract.listChats, { since, cursor, limit: since ? 100 : 50 })
    if (page.sight) receive({ type: 'settings.changed', sight: page.sight })
    receiveAll([
      ...page.items.map((chat) => ({ type: 'chat.changed', chat }) as const),
      ...(page.hidden ?? []).map((gone) => ({ type: 'chat.hidden', ...gone }) as const),
    ])
    cursor = page.cursor ?? undefined
    if (!since || !cursor) return page.sight?.rev ?? 0
  }
}

export const forgetSync = () => {
  synced = undefined
}

/** Nothing was there yet: all that comes, and goes again, is news. */
const everything = new Date(0).toISOString()

/** By the server's clock, never by ours. */
const newest = (known: string | undefined) =>
  Object.values(useInbox.getState().chats)
    .map(({ updatedAt }) => updatedAt)
    .concat(known ?? everything)
    .sort()
    .at(-1)
