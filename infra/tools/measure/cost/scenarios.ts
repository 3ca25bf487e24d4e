import { inboxContract } from '../../../../shared/contract.ts'
import { tick, written } from './deliveries.ts'
import type { Shop } from './shop.ts'
import { agentTurn, answered, botTurn, rest, take } from './turns.ts'

export interface Scenario {
  /** What has happened before, and is not counted. */
  before?: (shop: Shop, chatId: string) => Promise<unknown>
  play: (shop: Shop, chatId: string) => Promise<unknown>
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
  /** In a chat where people answer. */
  'inbound text': { before: take, play: (shop) => shop.deliver(written()) },
  'bot turn': { play: botTurn },
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
  /** What the dashboard asks for beside the list, and again when a number may have moved. */
  "the sidebar's numbers": { play: numbers },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios
