import {
  type Channel,
  type Chat,
  type ChatMode,
  type Found,
  isUnanswered,
} from '../../../shared/chat.ts'

/** Which chats a list is about, and how it is sorted. A part of the URL. */
export interface Filter {
  /** `unsent`: with messages of ours that somebody has to look at, closed chats too. */
  view: 'all' | 'mine' | 'unassigned' | 'unsent'
  mode?: ChatMode
  channel?: Channel
  /** A user's id, or `none`. */
  assignee?: string
  unread?: 'true'
  /** Whose customer waits for a person. */
  unanswered?: 'true'
  /** Of those whose customer waits, the longest wait first. */
  sort?: 'waiting'
  q?: string
}

/** How far a list was fetched: all up to `reach` is known, and `cursor` leads to more. */
export interface List {
  ids: Record<string, true>
  /** Empty where all of it is known. */
  reach: string
  cursor: string | null
  busy: boolean
  problem?: string
  /** Of a search: what was said with these words, by chat. */
  found?: Record<string, Found[]>
}

export const listKey = ({ view, mode, channel, assignee, unread, unanswered, sort, q }: Filter) =>
  JSON.stringify([view, mode, channel, assignee, unread, unanswered, sort, q])

/** The same chats, whatever is left out of them and however they are sorted. */
export const unfiltered = ({ view }: Filter): Filter => ({ view })

export const isFiltered = (filter: Filter): boolean =>
  listKey(filter) !== listKey(unfiltered(filter))

/** How much is left out or ordered otherwise, beside what is searched for. */
export const narrowed = ({ mode, channel, assignee, unread, unanswered, sort }: Filter): number =>
  [mode, channel, assignee, unread, unanswered, sort].filter(Boolean).length

/** What a list is usually sorted by, newest first. */
export const activityOf = ({ lastMessage, createdAt }: Chat): string =>
  lastMessage?.sentAt ?? createdAt

export const isOfWaiting = ({ unanswered, sort }: Filter): boolean =>
  unanswered === 'true' || sort === 'waiting'

/** Does the chat stand in the part of the list that is known without gaps? */
export function isReached(chat: Chat, { reach }: List, filter: Filter): boolean {
  if (reach === '') return true
  if (!isOfWaiting(filter)) return activityOf(chat) >= reach
  const since = chat.waitingSince ?? ''
  return filter.sort === 'waiting' ? since <= reach : since >= reach
}

/** How far a page of the server's goes. */
export function reachOf(chats: Chat[], filter: Filter): string | undefined {
  // It pages by last change, which is never before the last message; or by how long they have waited.
  const places = chats
    .map(({ updatedAt, waitingSince }) => (isOfWaiting(filter) ? (waitingSince ?? '') : updatedAt))
    .sort()
  return filter.sort === 'waiting' ? places.at(-1) : places[0]
}

/** Closed chats show only where they are asked for. `kept` stays among the unread ones although somebody reads it. */
export function matches(chat: Chat, filter: Filter, userId: string, kept?: string): boolean {
  const { view, mode, channel, assignee, unread, q } = filter
  const anyMode = Boolean(q) || view === 'unsent'
  if (mode ? chat.mode !== mode : chat.mode === 'closed' && !anyMode) return false
  if (channel && chat.channel !== channel) return false
  if (assignee && (chat.assigneeId ?? 'none') !== assignee) return false
  if (unread && chat.unread === 0 && chat.id !== kept) return false
  if (isOfWaiting(filter) && !isUnanswered(chat)) return false
  if (view === 'unsent') return chat.unsent !== undefined
  if (view === 'mine') return chat.assigneeId === userId
  return view === 'all' || chat.assigneeId === null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** How two chats of a list stand to each other. */
export const orderOf = ({ sort }: Filter): ((a: Chat, b: Chat) => number) =>
  sort === 'waiting'
    ? (a, b) => compare(a.waitingSince ?? '', b.waitingSince ?? '') || compare(a.id, b.id)
    : (a, b) => compare(activityOf(b), activityOf(a)) || compare(a.id, b.id)
