import { inboxContract } from '../../../../shared/contract.ts'
import { tick, written } from './deliveries.ts'
import type { Shop } from './shop.ts'
import { agentTurn, answered, botTurn, rest, take } from './turns.ts'

export interface Scenario {
  /** What has happened before, and is not counted. */
  before?: (shop: Shop, chatId: string) => Promise<unknown>
  play: (shop: Shop, chatId: string) => Promise<unknown>
}

/** In a chat where people answer, the customer has written and waits. */
async function waits(shop: Shop, chatId: string) {
  await take(shop, chatId)
  await shop.deliver(written())
}

async function waitsAndIsRead(shop: Shop, chatId: string) {
  await waits(shop, chatId)
  await openAndRead(shop, chatId)
}

async function isAnswered(shop: Shop, chatId: string) {
  await waitsAndIsRead(shop, chatId)
  await agentTurn(shop, chatId)
}

const list = (shop: Shop) => shop.ask(inboxContract.listChats, {})
const numbers = (shop: Shop) => shop.ask(inboxContract.counts, {})
const open = (shop: Shop, chatId: string) => shop.ask(inboxContract.getChat, { chatId })

async function openAndRead(shop: Shop, chatId: string) {
  const { chat } = await open(shop, chatId)
  await shop.ask(inboxContract.markRead, { chatId, seq: chat.lastSeq })
  await shop.work()
}

/** What is counted: what happens all day. */
export const scenarios = {
  /** One more, in a chat that is unread already and waits for a person. */
  'inbound text': { before: waits, play: (shop) => shop.deliver(written()) },
  /** The counters tell of one unread chat more. */
  'inbound text, once read': {
    before: waitsAndIsRead,
    play: (shop) => shop.deliver(written()),
  },
  /** And it comes among those that wait. */
  'inbound text, once answered': { before: isAnswered, play: (shop) => shop.deliver(written()) },
  'bot turn': { play: botTurn },
  'bot turn, once read': { before: openAndRead, play: botTurn },
  'agent turn': { before: take, play: agentTurn },
  'one status': { before: answered, play: (shop) => shop.deliver(tick('delivered')) },
  /** It is news of the chat as well, for whoever was away. */
  'one status, minutes later': {
    async before(shop, chatId) {
      await answered(shop)
      rest(shop, chatId)
    },
    play: (shop) => shop.deliver(tick('read')),
  },
  'a status known already': { before: answered, play: (shop) => shop.deliver(tick('sent')) },
  'opening a chat': { play: open },
  /** The customer's ticks turn blue. */
  'opening a chat with news': { play: openAndRead },
  'loading the list': { play: list },
  'loading who waits longest': {
    before: waits,
    play: (shop) => shop.ask(inboxContract.listChats, { sort: 'waiting' }),
  },
  /** Names and numbers of many chats, and what was said lately in some. */
  searching: { play: (shop) => shop.ask(inboxContract.listChats, { q: 'Jayapura' }) },
  /** What the dashboard asks for beside the list, and again when a number may have moved. */
  "the sidebar's numbers": { play: numbers },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios
