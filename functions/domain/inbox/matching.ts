import { type Chat, type ChatMode, isUnanswered, maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { unsentOf } from '../chat/unsent.ts'

export interface Wanted {
  view: 'all' | 'mine' | 'unassigned' | 'unsent'
  mode?: ChatMode
  channel?: Chat['channel']
  /** A user's id, or `none`. */
  assignee?: string
  unread?: 'true'
  unanswered?: 'true'
  sort?: 'newest' | 'waiting'
  q?: string
  since?: string
  cursor?: string
  limit: number
}

/** Who looks, and what of the chats that nobody has is shown to agents. */
export interface Viewer {
  user: User
  agentsSeeUnassigned: boolean
}

export const isSeen = (chat: ChatState, { user, agentsSeeUnassigned }: Viewer) =>
  maySee(user, chat, agentsSeeUnassigned)

/** Is it one of those that are wanted, whatever it is about? */
export const isWanted = (chat: ChatState, wanted: Wanted, { user }: Viewer) =>
  isIn(wanted.view, chat, user) &&
  (wanted.mode === undefined || chat.mode === wanted.mode) &&
  (wanted.channel === undefined || chat.channel === wanted.channel) &&
  (wanted.assignee === undefined || (chat.assigneeId ?? 'none') === wanted.assignee) &&
  (!wanted.unread || chat.lastSeq > chat.readSeq) &&
  (!isOfWaiting(wanted) || isUnanswered(chat))

/** Only those whose customers wait can be sorted by it. */
export const isOfWaiting = ({ unanswered, sort }: Wanted) =>
  Boolean(unanswered) || sort === 'waiting'

function isIn(view: Wanted['view'], chat: ChatState, { id }: User): boolean {
  if (view === 'unsent') return unsentOf(chat) !== undefined
  return view === 'all' || chat.assigneeId === (view === 'mine' ? id : null)
}

/** Found by name, by number however it is written, and by the last message. */
export function isAbout({ customer, lastMessage }: ChatState, q: string): boolean {
  const words = q.toLowerCase()
  const digits = q.replace(/[\s+()-]/g, '').replace(/^0/, '')
  return (
    customer.name.toLowerCase().includes(words) ||
    (/^\d{3,}$/.test(digits) && Boolean(customer.phone?.includes(digits))) ||
    Boolean(lastMessage?.text.toLowerCase().includes(words))
  )
}
