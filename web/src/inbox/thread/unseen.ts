import type { Message } from '../../../../shared/message.ts'

/** What of a chat its reader has had on the screen. */
export interface Seen {
  /** The `order` up to which all was seen. */
  upTo: string
  /** The message above which the new ones begin. */
  firstNew?: string
}

const isMine = ({ sender, userId }: Message, me: string) => sender === 'agent' && userId === me

/** Others wrote these below what was seen. */
export function unseenIn(messages: Message[], { upTo }: Seen, me: string): Message[] {
  const last = messages.findLastIndex(({ order }) => order <= upTo)
  return messages.slice(last + 1).filter((message) => !isMine(message, me))
}

/** As a chat opens: so many messages of the customer nobody has read. What is further up than loaded has no mark. */
export function opened(messages: Message[], unread: number): Seen {
  const newest = messages.at(-1)?.order ?? ''
  const theirs = messages.filter(({ sender }) => sender === 'customer')
  const first = unread > 0 ? theirs.at(-unread) : undefined
  if (!first) return { upTo: newest }
  const before = messages[messages.indexOf(first) - 1]
  return { upTo: before?.order ?? '', firstNew: first.id }
}

/** And as it goes on: `here` is somebody who has the newest message before their eyes. The same, if nothing changed. */
export function followed(seen: Seen, messages: Message[], here: boolean, me: string): Seen {
  const newest = messages.at(-1)
  if (!newest || newest.order <= seen.upTo) return seen
  // Whoever answers has read what they answer.
  const answered = isMine(newest, me)
  const unseen = unseenIn(messages, seen, me)
  if (here || answered) {
    const mark = answered || !seen.firstNew ? {} : { firstNew: seen.firstNew }
    return { upTo: newest.order, ...mark }
  }
  const isMarked = messages.some(({ id, order }) => id === seen.firstNew && order > seen.upTo)
  const first = unseen[0]
  return isMarked || !first ? seen : { ...seen, firstNew: first.id }
}
