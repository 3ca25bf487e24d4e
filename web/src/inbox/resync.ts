import { contract } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { useLive } from '../live/use-live.ts'
import { receive, useInbox } from './store.ts'

/** News may become visible a little after its time stamp; asking twice for a minute is harmless. */
const overlapMs = 60_000

let syncedAt: string | undefined

/** Fetches all that changed since the last time this succeeded. A push that got lost is made up for here. */
export async function resync(): Promise<void> {
  const since = syncedAt && new Date(Date.parse(syncedAt) - overlapMs).toISOString()
  let cursor: string | undefined
  do {
    const page = await call(contract.listChats, { since, cursor, limit: since ? 100 : 50 })
    for (const chat of page.items) receive({ type: 'chat.changed', chat })
    for (const gone of page.hidden ?? []) receive({ type: 'chat.hidden', ...gone })
    cursor = since ? (page.cursor ?? undefined) : undefined
  } while (cursor)
  syncedAt = newest(syncedAt)
  useLive.setState(({ syncs }) => ({ syncs: syncs + 1 }))
}

export const forgetSync = () => {
  syncedAt = undefined
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
