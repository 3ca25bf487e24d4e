import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { batchGet } from '../../lib/batch-get.ts'
import { table, tableName } from '../../lib/table.ts'
import { ChatState, chatIdOf, chatKey } from './chat-state.ts'

/** What somebody is called, who need not have a chat of their own: a member of a group. */
export const key = (channelId: string, id: string) => ({
  pk: `person#${channelId}#${id}`,
  sk: 'person',
})

/** Remembers what WhatsApp calls somebody. */
export async function remember(channelId: string, id: string, name: string): Promise<void> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key(channelId, id) }),
  )
  if (Item?.name === name) return
  await put(channelId, id, { name, isUs: Item?.isUs })
}

/** Under which ids the shop is known here, and since when; asked once an hour by each function that runs. */
const known = new Map<string, number>()
const keptMs = 3_600_000

/** Remembers that this is the shop itself. */
export async function rememberUs(channelId: string, id: string): Promise<void> {
  const us = key(channelId, id)
  const now = Date.now()
  if (now - (known.get(us.pk) ?? 0) < keptMs) return
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: us }))
  if (!Item?.isUs) await put(channelId, id, { name: Item?.name, isUs: true })
  known.set(us.pk, now)
}

const put = (channelId: string, id: string, fields: { name?: string; isUs?: boolean }) =>
  table.send(
    new PutCommand({ TableName: tableName(), Item: { ...key(channelId, id), id, ...fields } }),
  )

export interface Person {
  name?: string
  /** The number behind a hidden id, where it became known. */
  phone?: string
  isUs?: boolean
}

const nameIn = ({ name, phone }: ChatState['customer']) => (name === phone ? undefined : name)

/** Who these people are: as the team calls them in their own chats, else as WhatsApp does. */
export async function find(channelId: string, ids: string[]): Promise<Map<string, Person>> {
  const chatIds = new Map(ids.map((id) => [chatIdOf(channelId, id), id]))
  const items = await batchGet([
    ...ids.map((id) => key(channelId, id)),
    ...[...chatIds.keys()].map(chatKey),
  ])
  const chats = items.filter(({ sk }) => sk !== 'person').map((item) => ChatState.parse(item))
  const into = chats.flatMap(({ mergedInto }) => mergedInto ?? [])
  const whole = new Map(
    (await batchGet(into.map(chatKey))).map((item) => [item.id, ChatState.parse(item)]),
  )
  const people = new Map<string, Person>()
  for (const { sk, id, name, isUs } of items)
    if (sk === 'person') people.set(String(id), { name, isUs } as Person)
  for (const chat of chats) {
    const { customer } = whole.get(chat.mergedInto ?? '') ?? chat
    const id = chatIds.get(chat.id) ?? ''
    const before = people.get(id)
    const name = nameIn(customer) || before?.name
    people.set(id, { ...before, name, phone: customer.phone ?? undefined })
  }
  return people
}
