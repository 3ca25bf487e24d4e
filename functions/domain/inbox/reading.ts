import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { batchGet } from '../../lib/batch-get.ts'
import { invalidInput } from '../../lib/errors.ts'
import { table, tableName } from '../../lib/table.ts'
import { ChatState, chatKey } from '../chat/chat-state.ts'
import { standingOf } from '../chat/store.ts'

export type Key = Record<string, string>

/** Some chats in their order, and where the next ones begin. */
export interface Reading {
  chats: ChatState[]
  next: Key | undefined
}

/** One way through the chats. */
export interface Way {
  read: (limit: number, start?: Key) => Promise<Reading>
  /** What a chat is sorted by. */
  keys: readonly ['inbox', 'updatedAt'] | readonly ['waiting', 'waitsSince']
}

/** All that changed after `from`, in the order of last change, newest first. */
export const byChange = (from = ' '): Way => ({
  keys: ['inbox', 'updatedAt'],
  async read(Limit, ExclusiveStartKey) {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'inbox',
        KeyConditionExpression: 'inbox = :chats AND updatedAt > :from',
        ExpressionAttributeValues: { ':chats': 'chats', ':from': from },
        ScanIndexForward: false,
        Limit,
        ExclusiveStartKey,
      }),
    )
    return { chats: Items.map((item) => ChatState.parse(item)), next: LastEvaluatedKey as Key }
  },
})

/** The chats whose customers wait for a person, by how long they have waited. */
export const byWaiting = (longestFirst: boolean): Way => ({
  keys: ['waiting', 'waitsSince'],
  async read(Limit, ExclusiveStartKey) {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'waiting',
        KeyConditionExpression: 'waiting = :chats',
        ExpressionAttributeValues: { ':chats': 'chats' },
        ScanIndexForward: longestFirst,
        Limit,
        ExclusiveStartKey,
      }),
    )
    const keys = Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
    const items = new Map((await batchGet(keys)).map((item) => [item.pk, item]))
    // The index is a moment behind: who was answered meanwhile waits no more.
    const chats = keys.flatMap(({ pk }) => {
      const item = items.get(pk)
      return item?.waiting ? [ChatState.parse(item)] : []
    })
    return { chats, next: LastEvaluatedKey as Key }
  },
})

/** Where what comes behind this chat begins. */
export function behind(chat: ChatState, { keys: [partition, sort] }: Way): Key {
  const standing: Partial<Key> = { ...standingOf(chat), updatedAt: chat.updatedAt }
  return { ...chatKey(chat.id), [partition]: 'chats', [sort]: standing[sort] ?? '' }
}

/** Where a page begins, out of what a caller holds. */
export function startOf(cursor: string, { keys }: Way): Key {
  try {
    const key: Record<string, unknown> = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const parts = ['pk', 'sk', ...keys].map((name) => [name, key[name]])
    if (parts.every(([, part]) => typeof part === 'string')) return Object.fromEntries(parts)
  } catch {
    // Falls through to the one answer for all that is no cursor of ours.
  }
  throw invalidInput('cursor: that is none of ours')
}

/** Every chat that changed after `from`, some at a time. */
export async function* walk(from?: string, atOnce = 1000): AsyncGenerator<ChatState[]> {
  const way = byChange(from)
  let start: Key | undefined
  do {
    const { chats, next } = await way.read(atOnce, start)
    yield chats
    start = next
  } while (start)
}
