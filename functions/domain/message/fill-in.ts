import { type ChatState, lastMessageOf, type MessageState } from '../chat/chat-state.ts'
import { changeChat } from '../chat/store.ts'
import { change } from './amendment.ts'
import type { Arrival, Rules } from './arrival.ts'

/**
 * A message that could not be read at first and was sent again: what it says is filled in. Undefined when
 * there is nothing to fill in.
 */
export async function fillIn(
  { message, chat }: { message: MessageState; chat: ChatState },
  arrival: Arrival,
  rules: Rules,
) {
  const isBlank = (kind?: string) => kind === 'unknown'
  // The list may still show it blank although the message is filled in: a crash came in between.
  const { lastMessage } = chat
  const blank =
    isBlank(message.kind) || (lastMessage?.id === message.id && isBlank(lastMessage.kind))
  if (!blank || isBlank(arrival.kind)) return undefined
  const { kind, text, content } = arrival
  const filled =
    (await change(message, (known) =>
      isBlank(known.kind) ? { ...known, kind, text, content } : known,
    )) ?? message
  const { chat: after } = await changeChat(chat.id, (before = chat) => {
    const isLast = before.lastMessage?.id === filled.id
    const owed = isLast && arrival.sender === 'customer' && rules.botOwes(before, arrival)
    return {
      chat: {
        ...before,
        lastMessage: isLast ? lastMessageOf(filled, before) : before.lastMessage,
        botDue: owed ? filled.id : before.botDue,
        updatedAt: filled.changedAt,
      },
      result: undefined,
    }
  })
  return { chat: after, message: filled }
}
