import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { byOrder } from '../../shared/message.ts'
import { invalidInput } from '../lib/errors.ts'
import { cursorOf, table, tableName } from '../lib/table.ts'
import {
  type ChatState,
  ChatState as ChatStateSchema,
  chatKey,
  MessageState,
  messageKey,
  refKey,
  type Tick,
} from './chat-state.ts'

/** Where a message lies. */
export interface Place {
  chatId: string
  key: string
}

export async function find({ chatId, key }: Place, { consistent = false } = {}) {
  const { Item } = await table.send(
    new GetCommand({
      TableName: tableName(),
      Key: messageKey(chatId, key),
      ConsistentRead: consistent,
    }),
  )
  return Item && MessageState.parse(Item)
}

/** Finds the place by our own id of an outgoing message, or by channel and provider's id of any. */
export async function place(
  ref: string,
  { consistent = true } = {},
): Promise<(Partial<Place> & { early?: string }) | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: refKey(ref), ConsistentRead: consistent }),
  )
  return Item
}

/** The message at the other end of a ref; undefined while the ref holds only an early receipt. */
export async function findByRef(ref: string): Promise<MessageState | undefined> {
  const { chatId, key } = (await place(ref)) ?? {}
  return chatId && key ? find({ chatId, key }, { consistent: true }) : undefined
}

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

/** A page of history, oldest first. `before` pages up from the newest, `after` down from a place. */
export async function list(
  chatId: string,
  { before, after, limit, consistent }: Range,
): Promise<Page> {
  // "$" is what comes after "#": behind all that starts with what stands before it.
  const from = after ? await keyAt(chatId, after, '$') : 'message#'
  const to = before ? await keyAt(chatId, before, '#') : 'message$'
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
  const found = Items.map((item) => MessageState.parse(item)).filter(
    ({ key }) => key !== from && key !== to,
  )
  const page = found.slice(0, limit)
  return {
    messages: page.toSorted(byOrder),
    cursor: found.length > limit ? cursorOf({ key: page.at(-1)?.key }) : null,
  }
}

/** A place in the thread out of what callers have: a cursor, a message's id, or a time. */
async function keyAt(chatId: string, at: string, end: '#' | '$'): Promise<string> {
  if (/^\d{4}-\d\d-\d\dT/.test(at)) return `message#${at}${end}`
  try {
    const { key } = JSON.parse(Buffer.from(at, 'base64url').toString('utf8'))
    if (typeof key === 'string' && key.startsWith('message#')) return key
  } catch {
    // Not a cursor, so it must be an id.
  }
  const message = await findById(chatId, at)
  if (!message)
    throw invalidInput('That is neither a cursor, nor a message of this chat, nor a time')
  return message.key
}

/** By the public id: ours, or the provider's for what came in. */
async function findById(chatId: string, id: string): Promise<MessageState | undefined> {
  const own = await findByRef(id)
  if (own) return own.chatId === chatId ? own : undefined
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :message)',
      FilterExpression: 'id = :id',
      ExpressionAttributeValues: { ':pk': chatKey(chatId).pk, ':message': 'message#', ':id': id },
      ScanIndexForward: false,
    }),
  )
  return Items[0] && MessageState.parse(Items[0])
}

/** The chat and its newest messages, newest first, in one read. */
export async function recent(
  chatId: string,
  limit: number,
  { consistent = false } = {},
): Promise<{ chat: ChatState | undefined; messages: MessageState[] }> {
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
  return find({ chatId: chat.id, key: last.key })
}
