import type { PutCommandInput } from '@aws-sdk/lib-dynamodb'
import { statusRank } from '../../../shared/message.ts'
import { tableName } from '../../lib/table.ts'
import { type ChatState, type MessageState, messageKey, refKey } from '../chat/chat-state.ts'
import { changeChat, type Write } from '../chat/store.ts'
import { markOf, withMark } from '../chat/unsent.ts'
import { forgotten } from './retention.ts'

/** A message as it was read, and the whole item it stands in. */
export interface Read {
  message: MessageState
  item: Record<string, unknown>
}

export interface Rewrite {
  before: MessageState
  /** As it will be. */
  message: MessageState
  put: PutCommandInput
}

/** The next version of a message, to be written over the one that was read and over no other. */
export function rewrite({ message: before, item }: Read, next: MessageState): Rewrite {
  const message = { ...next, rev: before.rev + 1, changedAt: new Date().toISOString() }
  return {
    before,
    message,
    put: {
      TableName: tableName(),
      // With what stands beside the message in its item: keys and indexes.
      Item: {
        ...item,
        ...message,
        statusRank: statusRank(message.status),
        ...messageKey(before.chatId, before.key),
      },
      ConditionExpression: 'rev = :rev',
      ExpressionAttributeValues: { ':rev': before.rev },
    },
  }
}

/** Is it news of the chat too: does it mark it otherwise, or go back to be sent once more? */
export const concernsChat = ({ before, message }: Rewrite): boolean =>
  markOf(before) !== markOf(message) || statusRank(message.status) < statusRank(before.status)

/** What has to be written besides the chat, in the same transaction. */
export const writesOf = ({ message, put }: Rewrite): Write[] => [{ Put: put }, ...findable(message)]

/** A person may have to decide about an answer of the bot by its own id, which has no ref until then. */
function findable(message: MessageState): Write[] {
  const { id, chatId, key, sender } = message
  if (sender !== 'bot' || !markOf(message)) return []
  return [{ Put: { TableName: tableName(), Item: { ...refKey(id), chatId, key, ...forgotten() } } }]
}

/** The chat after it. */
export const chatAfter = (chat: ChatState, { before, message }: Rewrite): ChatState =>
  withMark(chat, message, markOf(before))

/** Writes a message together with what its chat says of it; false when somebody wrote the message meanwhile. */
export async function putWithChat(written: Rewrite): Promise<boolean> {
  let known: ChatState | undefined
  const { result } = await changeChat<boolean>(
    written.message.chatId,
    (chat) => {
      if (!chat) throw new Error('A message without its chat')
      known = chat
      return { chat: chatAfter(chat, written), writes: writesOf(written), result: true }
    },
    { otherwise: async () => known && { chat: known, result: false } },
  )
  return result
}
