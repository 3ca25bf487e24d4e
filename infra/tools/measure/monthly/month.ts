import type { Cost, Figures } from '../cost/cost.ts'
import type { ScenarioName } from '../cost/scenarios.ts'
import { billed, free, prices } from '../prices.ts'

/** A shop, by how much is written in it. */
export interface Shop {
  /** Of customers and to them. */
  messagesADay: number
  agents: number
}

/** How people work: a guess, and the same for every shop. */
export const habits = {
  /** Customers write in bursts: so many messages for each answer. */
  burst: 2,
  /** Of the answers; the others are written by people. */
  byBot: 0.5,
  /** Of an agent who is there, a day. Customers write in sixteen hours, so half of the agents hear of a message. */
  hoursThere: 8,
  hoursWritten: 16,
  /** A browser looks at the list again when it wakes up, and at the numbers when one may have moved. */
  listsADay: 20,
  numbersADay: 100,
  /** It says every 25 seconds that it is there, and hears that it is heard. */
  pingsAnHour: 2 * (3600 / 25),
  days: 30,
  /** A message with what finds it, and how many months of them there are: in the first year, on average. */
  messageKb: 1,
  monthsKept: 6,
}

export interface Month extends Shop {
  /** In US dollars. */
  total: number
  perPart: Record<'answers' | 'reading' | 'news' | 'browsers' | 'storage' | 'idle', number>
}

/** Sizes of counted shops are in their order; a shop is as dear as the next larger one. */
const sizeFor = ({ sizes }: Cost, { messagesADay }: Shop) =>
  messagesADay > 10_000 ? sizes.length - 1 : Math.min(1, sizes.length - 1)

/** What always was free, by what it is free of: taken off once, of the whole month. */
function gratis(turns: number, runs: number) {
  const gbSeconds = ['webhook', 'api', 'bot', 'outbound'] as const
  const perRun =
    gbSeconds.reduce((sum, id) => sum + ((billed[id]?.gb ?? 0) * (billed[id]?.ms ?? 0)) / 1000, 0) /
    gbSeconds.length
  return (
    Math.min(runs, free.invocations) * prices.invocation +
    Math.min(runs * perRun, free.gbSeconds) * prices.gbSecond +
    Math.min(turns * 5 * 330, free.logBytes) * prices.logByte
  )
}

/** A month of a shop, from what was counted for one of each thing that happens in it. */
export function monthOf(cost: Cost, shop: Shop, idle: number): Month {
  const at = sizeFor(cost, shop)
  const one = (name: ScenarioName): Figures => {
    const { usual, afterAPause } = cost.scenarios[name]
    // Where little is written functions have forgotten each time what they knew.
    const figures = (shop.messagesADay > 10_000 ? usual : afterAPause)[at]
    if (!figures) throw new Error(`${name} was not counted`)
    return figures
  }
  const usd = (name: ScenarioName, times: number) => (one(name).usdPer1000 / 1000) * times
  const { byBot, burst, days } = habits
  const turns = (shop.messagesADay / (burst + 1)) * days
  const agentTurns = turns * (1 - byBot)
  const answers =
    usd('inbound text', agentTurns * burst + turns * byBot * (burst - 1)) +
    usd('bot turn', turns * byBot) +
    usd('agent turn', agentTurns)
  const browsers = shop.agents * days
  const reading =
    usd('opening a chat with news', agentTurns) +
    usd('loading the list', browsers * habits.listsADay) +
    usd("the sidebar's numbers", browsers * habits.numbersADay)
  // Two viewers are counted. Of chats that nobody has, which are the bot's, all who are there hear; of the
  // others the agent and an admin.
  const listening = (shop.agents * habits.hoursThere) / habits.hoursWritten
  const framesEach =
    (one('bot turn').frames + (burst - 1) * one('inbound text').frames) / cost.viewers
  const news = Math.max(0, listening - cost.viewers) * framesEach * turns * byBot * prices.frame
  const hours = browsers * habits.hoursThere
  const there = hours * (habits.pingsAnHour * prices.frame + 60 * prices.connectionMinute)
  const runs =
    turns *
    (burst - 1 + byBot * one('bot turn').invocations + (1 - byBot) * one('agent turn').invocations)
  const gb = (shop.messagesADay * days * habits.monthsKept * habits.messageKb) / 1e6
  const storage = Math.max(0, gb - free.storedGb) * prices.storedGb + gb * prices.restorableGb
  const calls = turns * (burst + 3) + browsers * (habits.listsADay + habits.numbersADay)
  const edge = Math.max(0, calls - free.edgeRequests) * prices.edgeRequest
  const perPart = {
    answers: answers - Math.min(answers, gratis(turns, runs)),
    reading: reading + edge,
    news,
    browsers: there,
    storage,
    idle,
  }
  return { ...shop, total: Object.values(perPart).reduce((sum, part) => sum + part, 0), perPart }
}
