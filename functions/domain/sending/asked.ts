import type { PendingAmendment } from '../../../shared/message.ts'
import type { ChatState, MessageState } from '../chat/chat-state.ts'
import { change } from '../message/amendment.ts'
import type * as Message from '../message/message.ts'
import type { Amendment } from '../news.ts'
import { inOutbox, outOfOutbox } from './outgoing.ts'

/** What somebody of the team asked to be changed of a message. */
export type Wish = PendingAmendment
export type Changed = MessageState | undefined

/** Is something about it still to be done at the provider? */
export const isDue = ({ pending = [] }: Pick<MessageState, 'pending'>): boolean =>
  pending.some(({ error }) => !error)

/** Out of the outbox, unless the message itself is still to go out. */
const leaving = (message: MessageState) =>
  ['queued', 'sending', 'unknown'].includes(message.status) || isDue(message) ? {} : outOfOutbox

/** Writes down what is to be changed, where `tick` finds it; of two wishes of one kind the later one counts. */
export const ask = (place: Message.Place, wish: Wish): Promise<Changed> =>
  change(place, (message) => ({
    ...message,
    pending: [...(message.pending ?? []).filter(({ kind }) => kind !== wish.kind), wish],
    ...inOutbox(wish.askedAt),
  }))

/** A message that leaves the outbox comes back to it while something about it is still to be done. */
export const keepDue = async (message: MessageState): Promise<MessageState> =>
  isDue(message)
    ? ((await change(message, (now) => ({ ...now, ...inOutbox(now.changedAt) }))) ?? message)
    : message

const isSame = (a: Wish) => (b: Wish) =>
  a.kind === b.kind && a.askedAt === b.askedAt && a.value === b.value

/** The wish is fulfilled. One that has replaced it meanwhile stays. */
export const done = (place: Message.Place, wish: Wish): Promise<Changed> =>
  change(place, (message) => {
    const rest = message.pending?.filter((other) => !isSame(wish)(other)) ?? []
    if (rest.length === message.pending?.length) return message
    const next = { ...message, pending: rest.length ? rest : undefined }
    return { ...next, ...leaving(next) }
  })

/** The wish will not come true; whoever asked sees why. */
export const refused = (
  place: Message.Place,
  wish: Wish,
  { code, message: words }: { code: string; message: string },
): Promise<Changed> =>
  change(place, (message) => {
    if (!message.pending?.some(isSame(wish))) return message
    const pending = message.pending.map((other) =>
      isSame(wish)(other) ? { ...other, error: { code, message: words } } : other,
    )
    const next = { ...message, pending }
    return { ...next, ...leaving(next) }
  })

const changeIn = ({ kind, value }: Wish): Amendment['change'] => {
  if (kind === 'reaction') return { kind, emoji: value }
  return kind === 'edit' ? { kind, text: value } : { kind }
}

/** The wish as the provider's news of it would say it: done now, by our side. */
export const amendmentOf = (wish: Wish, chat: ChatState, providerId: string): Amendment => ({
  channelId: chat.channelId,
  providerChatId: chat.providerChatId,
  targetId: providerId,
  at: new Date().toISOString(),
  by: { sender: 'phone', person: 'us', name: wish.userName },
  change: changeIn(wish),
})
