import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { byOrder } from '../../../shared/message.ts'
import { invalidInput } from '../../lib/errors.ts'
import { cursorOf, table, tableName } from '../../lib/table.ts'
import {
  type ChatState,
  ChatState as ChatStateSchema,
  chatKey,
  MessageState,
  partsOf,
  providerRef,
  type Tick,
} from '../chat/chat-state.ts'
import { findPart } from '../chat/store.ts'
import { botPrefix, find, findByRef } from './message.ts'
import { isForgotten } from './retention.ts'

export interface Page {
  messages: MessageState[]
  cursor: string | null
}

interface Range {
  before?: string
  after?: string
  limit: number
  consistent?: boolean
}

type Conversation = Pick<ChatState, 'id' | 'channelId' | 'merged'>

/** A page of history, oldest first. `before` pages up from the newest, `after` down from a place. */
export async function list(chat: Conversation, range: Range): Promise<Page> {
  const { before, after, limit } = range
  // "$" is what comes after "#": behind all that starts with what stands before it.
  const from = after ? await keyAt(chat, after, '$') : 'message#'
  const to = before ? await keyAt(chat, before, '#') : 'message$'
  const parts = await Promise.all(partsOf(chat).map((part) => between(part, from, to, range)))
  const direction = after ? 1 : -1
  const found = parts.flat().sort((a, b) => direction * byOrder(a, b))
  const page = found.slice(0, limit)
  return {
    messages: page.toSorted(byOrder),
    cursor: found.length > limit ? cursorOf({ key: page.at(-1)?.key }) : null,
  }
}

async function between(
  chatId: string,
  from: string,
  to: string,
  { after, limit, consistent }: Range,
): Promise<MessageState[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': chatKey(chatId).pk, ':from': from, ':to': to },
      // One for the bound itself, which is not wanted, and one to see whether there are more.
      Limit: limit + 2,
      ScanIndexForward: Boolean(after),
      ConsistentRead: consistent,
    }),
  )
  return Items.filter((item) => !isForgotten(item))
    .map((item) => MessageState.parse(item))
    .filter(({ key }) => key !== from && key !== to)
}

/** A place in the thread out of what callers have: a cursor, a message's id, or a time. */
async function keyAt(chat: Conversation, at: string, end: '#' | '$'): Promise<string> {
  if (/^\d{4}-\d\d-\d\dT/.test(at)) return `message#${at}${end}`
  try {
    const { key } = JSON.parse(Buffer.from(at, 'base64url').toString('utf8'))
    if (typeof key === 'string' && key.startsWith('message#')) return key
  } catch {
    // Not a cursor, so it must be an id.
  }
  const message = await findById(chat, at)
  if (!message)
    throw invalidInput('That is neither a cursor, nor a message of this chat, nor a time')
  return message.key
}

/** A message of this conversation by its public id: ours, or the provider's for what came in. */
export async function findById(chat: Conversation, id: string): Promise<MessageState | undefined> {
  const found =
    (await findByRef(id)) ??
    (await findByRef(providerRef(chat.channelId, id))) ??
    (await findReply(chat, id))
  return found && partsOf(chat).includes(found.chatId) ? found : undefined
}

/** The bot's replies have no ref until somebody has to decide about them; they stand below what they answer. */
async function findReply(chat: Conversation, id: string): Promise<MessageState | undefined> {
  if (!id.startsWith(botPrefix)) return undefined
  const asked = await findByRef(providerRef(chat.channelId, id.slice(botPrefix.length)))
  if (!asked) return undefined
  const { messages } = await list(chat, {
    after: cursorOf({ key: asked.key }) ?? undefined,
    limit: 100,
  })
  return messages.find((message) => message.id === id)
}

/** The chat and its newest messages, newest first, in one read. */
export async function recent(
  chatId: string,
  limit: number,
  { consistent = false } = {},
): Promise<{ chat: ChatState | undefined; messages: MessageState[] }> {
  const part = await recentIn(chatId, limit, consistent)
  if (!part.chat?.mergedInto && !part.chat?.merged) return part
  const into = part.chat.mergedInto
  const chat = into ? await findPart(into, { consistent }) : part.chat
  if (!chat) return { chat: undefined, messages: [] }
  const { messages } = await list(chat, { limit, consistent })
  return { chat, messages: messages.toReversed() }
}

async function recentIn(chatId: string, limit: number, consistent: boolean) {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': chatKey(chatId).pk },
      ScanIndexForward: false,
      Limit: limit + 1,
      ConsistentRead: consistent,
    }),
  )
  const [state, ...messages] = Items
  if (state?.sk !== chatKey(chatId).sk) return { chat: undefined, messages: [] }
  return {
    chat: ChatStateSchema.parse(state),
    messages: messages.map((item) => MessageState.parse(item)),
  }
}

/** The present tick of the chat's last message, which the chat's own item does not know. */
export async function tickOf(chat: ChatState, known?: Tick): Promise<Tick | undefined> {
  const last = chat.lastMessage
  if (!last || last.sender === 'customer') return undefined
  if (known?.id === last.id) return known
  return find({ chatId: last.storedIn ?? chat.id, key: last.key })
}
