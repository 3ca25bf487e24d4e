import { DeleteCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { raceOf, table, tableName } from '../../lib/table.ts'
import {
  type ChatState,
  chatKey,
  MessageState,
  messageKey,
  partsOf,
  providerRef,
  refKey,
  viewOf,
} from '../chat/chat-state.ts'
import * as Group from '../chat/group.ts'
import * as Hidden from '../chat/hidden.ts'
import * as Person from '../chat/person.ts'
import { backOff, chatWrites, findPart, type Write } from '../chat/store.ts'
import { leftOf } from '../numbers/close.ts'
import { countedMessages, type Erasure, expiryOf, keyOf } from './erasure.ts'

/** A transaction takes a hundred writes, and each message has up to three refs. */
const atOnce = 24

const deleted = (Key: Record<string, string>): Write => ({
  Delete: { TableName: tableName(), Key },
})

/** All of it or nothing; false when somebody else wrote one of them, and there is to be looked again. */
export async function together(writes: Write[], attempt = 0): Promise<boolean> {
  try {
    await table.send(new TransactWriteCommand({ TransactItems: writes }))
    return true
  } catch (error) {
    if (!raceOf(error)) throw error
    await backOff(attempt)
    return false
  }
}

async function messagesIn(chatId: string): Promise<MessageState[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': chatKey(chatId).pk,
        ':from': 'message#',
        ':to': 'message$',
      },
      Limit: atOnce,
      ConsistentRead: true,
    }),
  )
  return Items.map((item) => MessageState.parse(item))
}

/** A message goes together with all that leads to it: none is ever half there. */
function withRefs(channelId: string, { id, providerId, chatId, key }: MessageState): Write[] {
  const refs = [id, providerRef(channelId, id), providerRef(channelId, providerId ?? id)]
  const message = messageKey(chatId, key)
  return [
    {
      Delete: { TableName: tableName(), Key: message, ConditionExpression: 'attribute_exists(pk)' },
    },
    ...[...new Set(refs)].map((ref) => deleted(refKey(ref))),
  ]
}

/** Some messages of the chat; when there are none left, the chat itself, if nobody wrote it meanwhile. */
export async function eraseSome(erasure: Erasure): Promise<void> {
  const chat = await findPart(erasure.id, { consistent: true })
  if (!chat || chat.mergedInto) return
  // Read before the messages are: a chat that somebody writes in after that is not let go.
  const found = await Promise.all(partsOf(chat).map((id) => findPart(id, { consistent: true })))
  for (const part of partsOf(chat)) {
    const messages = await messagesIn(part)
    if (messages.length === 0) continue
    const writes = messages.flatMap((message) => withRefs(chat.channelId, message))
    await together([...writes, countedMessages(erasure, messages.length)])
    return
  }
  const parts = found.filter((part) => part !== undefined)
  await letGo(erasure, parts.find(({ id }) => id === chat.id) ?? chat, parts)
}

/** The chat goes with its place in the counters; of what its tally said a part without a name stays. */
async function letGo(erasure: Erasure, chat: ChatState, parts: ChatState[]): Promise<void> {
  const aliases = new Map(erasure.parts.map(({ chatId, alias }) => [chatId, alias]))
  const alias = aliases.get(chat.id)
  if (!alias || parts.some(({ id }) => !aliases.has(id))) return
  const erasedAt = new Date().toISOString()
  const told = { erasedAt, rev: viewOf(chat).rev + 10, expiresAt: expiryOf(erasedAt) }
  await together([
    ...chatWrites(...parts.map((before) => ({ before, next: undefined }))),
    ...(await leftOf(chat, alias)),
    gone(erasure, told, parts.length),
    ...parts
      .filter(({ id }) => id !== erasure.id)
      .map(({ id }) => ({
        Put: { TableName: tableName(), Item: { ...keyOf(id), ...told, into: erasure.id } },
      })),
  ])
}

const gone = (
  { id }: Erasure,
  { erasedAt, rev, expiresAt }: { erasedAt: string; rev: number; expiresAt: number },
  chats: number,
): Write => ({
  Update: {
    TableName: tableName(),
    Key: keyOf(id),
    UpdateExpression:
      'SET erasedAt = :at, rev = :rev, expiresAt = :expiresAt, chats = :chats, stage = :next',
    ConditionExpression: 'stage = :stage',
    ExpressionAttributeValues: {
      ':at': erasedAt,
      ':rev': rev,
      ':expiresAt': expiresAt,
      ':chats': chats,
      ':stage': 'chat',
      ':next': 'around',
    },
  },
})

/** What lies around a chat: who is in a group, how somebody is called in groups, whose number was asked for. */
export async function eraseAround({ parts, known }: Erasure): Promise<void> {
  if (!known) return
  const keys = [
    ...parts.flatMap(({ chatId }) => [Group.key(chatId), Hidden.key(chatId)]),
    ...known.ids.map((id) => Person.key(known.channelId, id)),
  ]
  await Promise.all(
    keys.map((Key) => table.send(new DeleteCommand({ TableName: tableName(), Key }))),
  )
}
