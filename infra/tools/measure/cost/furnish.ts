import { join } from 'node:path'
import type { Item } from '../../../../functions/simulation/table/values.ts'
import { inboxContract } from '../../../../shared/contract.ts'
import { customer } from './deliveries.ts'
import { type Shop, viewers } from './shop.ts'
import { botTurn } from './turns.ts'

export interface Size {
  /** In the chat that is looked at. */
  messages: number
  chats: number
}

/**
 * A shop of so many chats, one of them with a history of so many messages, and two people who watch. What
 * one turn of the bot leaves is what all others are made of, so they have the shape they really have. All
 * chats end with words of ours, whose ticks the list has to look up: the dearest case.
 */
export async function furnish(shop: Shop, dir: string, { messages, chats }: Size): Promise<string> {
  const { table } = shop.cloud
  await enterViewers(dir)
  await botTurn(shop)
  const { items } = await shop.ask(inboxContract.listChats, {})
  const chatId: string = items[0].id
  const chat = table.look(`chat#${chatId}`)
  const state = chat.find(({ sk }) => sk === 'state')
  const turn = chat.filter((item) => item !== state)
  if (turn.length !== 2 || !turn.some(({ status }) => status === 'read') || !state)
    throw new Error('A turn of the bot leaves a chat of two messages, the second one read')

  // Oldest first, which the table is quick at.
  for (let back = messages - turn.length; back > 0; back--)
    table.place([older(turn[back % turn.length] as Item, back, messages - turn.length - back + 1)])
  const states: Item[] = [{ ...state, lastSeq: messages, readSeq: messages - turn.length }]
  for (let back = chats - 1; back > 0; back--) {
    const other = back <= searched ? [...past(turn), ...chat] : chat
    const items = other.map((item) => ofAnother(item, chatId, back))
    table.place(items)
    states.push(items.at(-1) as Item)
  }
  table.place(states.slice(0, 1))
  table.place(await countersOf(states, dir))
  table.keep()
  return chatId
}

async function enterViewers(dir: string) {
  const { put } = await import(join(dir, 'user.mjs'))
  const { add } = await import(join(dir, 'connection.mjs'))
  for (const { id, name, role, ...user } of viewers) {
    await put({ id, name, role, ...user })
    await add({ id: `L0SM9cOFvHcCIhw=${role}`, userId: id, name, role })
  }
}

/** As many chats as a search looks into, and as much in each. */
const searched = 200
const lookedAt = 32

const past = (turn: Item[]) =>
  Array.from({ length: lookedAt - turn.length }, (_, i) => {
    const back = lookedAt - turn.length - i
    return older(turn[back % turn.length] as Item, back, i + 1)
  })

async function countersOf(states: Item[], dir: string): Promise<Item[]> {
  const { count, countersPk } = await import(join(dir, 'counters.mjs'))
  const counters = new Map<string, Item>()
  for (const state of states) count(counters, state)
  return [...counters].map(([sk, numbers]) => ({ pk: countersPk, sk, ...numbers }))
}

const minuteMs = 60_000
const timeOf = (item: Item, name: string) => Date.parse(String(item[name]))
const digits = (number: number, length: number) => String(number).padStart(length, '0')

/** The same item with other words in it, whatever it is made of. */
const variant = (item: Item, changes: [from: string, to: string][]): Item =>
  JSON.parse(changes.reduce((json, [from, to]) => json.replaceAll(from, to), JSON.stringify(item)))

function older(message: Item, back: number, seq: number): Item {
  const id = String(message.providerId)
  const time = String(message.order).slice(0, 24)
  const then = new Date(Date.parse(time) - back * minuteMs).toISOString()
  return {
    ...variant(message, [
      [id, id.slice(0, -7) + digits(back, 7)],
      [time, then],
    ]),
    seq,
  }
}

function ofAnother(item: Item, chatId: string, back: number): Item {
  const other = variant(item, [
    [chatId, chatId.slice(0, -8) + digits(back, 8)],
    [customer.phone, `62813${digits(back, 8)}`],
  ])
  if (item.sk !== 'state') return other
  const updatedAt = new Date(timeOf(item, 'updatedAt') - back * minuteMs).toISOString()
  return { ...other, updatedAt }
}
