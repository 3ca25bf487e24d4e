import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { enqueueAmend, enqueueSend } from '../../lib/queues.ts'
import { table, tableName } from '../../lib/table.ts'
import type { MessageState } from '../chat/chat-state.ts'
import * as Message from '../message/message.ts'

const atOnce = 100

/** Places in the outbox that were put there before this time, page by page, oldest first. */
export async function* outbox(before: string): AsyncGenerator<Message.Place[]> {
  let start: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :due AND dueAt <= :before',
        ExpressionAttributeValues: { ':due': 'due', ':before': before },
        Limit: atOnce,
        ExclusiveStartKey: start,
      }),
    )
    yield Items.map(({ pk, sk }) => ({ chatId: String(pk).slice('chat#'.length), key: String(sk) }))
    start = LastEvaluatedKey
  } while (start)
}

/** What was asked about a message and is still to be done at the provider. */
export const amendmentsDue = ({ pending = [] }: Pick<MessageState, 'pending'>) =>
  pending.filter(({ error }) => !error)

/**
 * Puts on the queue what a message waits for: that it is sent, or that it is changed. Once more does no
 * harm; `turn` tells this time from the last one, which the queue may still remember.
 */
export async function enqueueDue(message: MessageState, turn: string): Promise<void> {
  const { chatId, key, after, status } = message
  if (status === 'queued') return void (await enqueueSend({ chatId, key, after }, `${key}#${turn}`))
  for (const { kind } of amendmentsDue(message)) await enqueueAmend({ chatId, key, kind }, turn)
}

/** All that waited for the channel goes on its way again: within a chat in the order in which it was queued. */
export async function resume(now = new Date().toISOString()): Promise<void> {
  for await (const places of outbox(now)) {
    const chats = Map.groupBy(places, ({ chatId }) => chatId)
    await Promise.all([...chats.values()].map((waiting) => resumeChat(waiting, now)))
  }
}

async function resumeChat(places: Message.Place[], turn: string) {
  for (const place of places) {
    const message = await Message.find(place, { consistent: true })
    if (message) await enqueueDue(message, turn)
  }
}
