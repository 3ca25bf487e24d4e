import type { Chat } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { batchGet } from '../../lib/batch-get.ts'
import { cursorOf } from '../../lib/table.ts'
import { tickMovesAfterMs } from '../chat/chat.ts'
import { type ChatState, messageKey, type Tick, viewOf } from '../chat/chat-state.ts'
import * as Erasures from '../erasure/lately.ts'
import { isAbout, isOfWaiting, isSeen, isWanted, type Viewer, type Wanted } from './matching.ts'
import { behind, byChange, byWaiting, type Key, startOf, type Way } from './reading.ts'
import { isSearched, search } from './search.ts'

/** How far ticks are looked for behind `since`; later ones have moved their chat (`ticked`). */
const ticksBehindMs = tickMovesAfterMs + 60_000

/** However little is found, one call reads no more chats; its cursor leads on. */
const mostRead = 1000

/** So many are read at once where most of them may not be wanted. */
const readAtOnce = 100

/** Which way through the chats; all that changed since some time is found by its change. */
function wayOf(wanted: Wanted): Way {
  if (wanted.since)
    return byChange(new Date(Date.parse(wanted.since) - ticksBehindMs).toISOString())
  return isOfWaiting(wanted) ? byWaiting(wanted.sort === 'waiting') : byChange()
}

const isFiltered = ({ view, mode, channel, assignee, unread, q }: Wanted) =>
  view !== 'all' || [mode, channel, assignee, unread, q].some((it) => it !== undefined)

/** A page of the inbox as this user may see it; `hidden` names chats that changed and went out of sight. */
export async function list(wanted: Wanted, user: User, agentsSeeUnassigned: boolean) {
  const viewer = { user, agentsSeeUnassigned }
  const { since } = wanted
  const [{ about, unseen, next }, said, erased] = await Promise.all([
    page(wanted, viewer),
    isSearched(wanted) ? search(wanted, viewer) : undefined,
    // With the first page: what began anew afterwards comes with it, and is newer.
    since && !wanted.cursor ? Erasures.goneSince(since) : [],
  ])
  // Whoever pages on searches no threads: what was said in them comes with the first page.
  const seen = [...new Map([...about, ...(said?.chats ?? [])].map((it) => [it.id, it])).values()]
  const ticks = await ticksOf(seen)
  const isNews = ({ updatedAt }: Pick<Chat, 'updatedAt'>) => !since || updatedAt > since
  const items = seen
    .map((chat) => viewOf(chat, ticks.get(chat.lastMessage?.id ?? '')))
    .filter(isNews)
  const hidden = unseen.filter(isNews).map((chat) => ({ chatId: chat.id, rev: viewOf(chat).rev }))
  return {
    items: sorted(items, wanted),
    cursor: cursorOf(next),
    ...(since ? { hidden: [...erased, ...hidden] } : {}),
    ...(said ? { found: said.found } : {}),
  }
}

/** The chats that are wanted, and those that this user does not see, as far as one call reads. */
async function page(wanted: Wanted, viewer: Viewer) {
  const { q, limit, cursor } = wanted
  const way = wayOf(wanted)
  const about: ChatState[] = []
  const unseen: ChatState[] = []
  let next: Key | undefined = cursor ? startOf(cursor, way) : undefined
  let read = 0
  do {
    const reading = await way.read(isFiltered(wanted) ? readAtOnce : limit, next)
    next = reading.next
    read += reading.chats.length
    for (const [at, chat] of reading.chats.entries()) {
      if (!isSeen(chat, viewer)) unseen.push(chat)
      else if (isWanted(chat, wanted, viewer) && (!q || isAbout(chat, q))) about.push(chat)
      if (about.length < limit) continue
      if (at < reading.chats.length - 1) next = behind(chat, way)
      break
    }
  } while (next && about.length < limit && read < mostRead)
  return { about, unseen, next }
}

/** By the last message, or by how long they have waited. */
function sorted(items: Chat[], { sort }: Wanted): Chat[] {
  const order = (chat: Chat) => chat.lastMessage?.sentAt ?? chat.createdAt
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return sort === 'waiting'
    ? items.toSorted((a, b) => compare(a.waitingSince ?? '', b.waitingSince ?? ''))
    : items.toSorted((a, b) => compare(order(b), order(a)))
}

/** The present ticks of the last messages that are ours. */
async function ticksOf(chats: ChatState[]): Promise<Map<string, Tick>> {
  const keys = chats.flatMap(({ id, lastMessage }) =>
    lastMessage && lastMessage.sender !== 'customer'
      ? [messageKey(lastMessage.storedIn ?? id, lastMessage.key)]
      : [],
  )
  const items = await batchGet(keys)
  return new Map(items.map((item) => [String(item.id), item as unknown as Tick]))
}
