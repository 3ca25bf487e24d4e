import pLimit from 'p-limit'
import { hear } from '../../domain/channel/channel.ts'
import * as Group from '../../domain/chat/group.ts'
import * as Ignored from '../../domain/health/ignored.ts'
import * as Parked from '../../domain/health/parked.ts'
import * as Connection from '../../domain/team/connection.ts'
import { env } from '../../lib/env.ts'
import { type Listeners, takeArrival, takeEcho } from '../intake/arrival.ts'
import { takeAmendment, takeChatNews, takePresence, takeReceipt } from '../intake/news.ts'
import { type Delivery, emptyDelivery, read, tooMuch } from './delivery.ts'

interface Options {
  /** Found in the provider's history instead of being delivered: nobody answers it by machine. */
  recovered?: boolean
}

/**
 * Takes a delivery in: stores what it brings, gives the bot its jobs, tells the dashboards, and parks what
 * cannot be read. Throws only when our own store or queue fails; then the provider must deliver again,
 * and what was done already is found done.
 */
export async function takeIn(body: string, path: string, { recovered }: Options = {}) {
  const delivery = readOrNot(body)
  const listeners = onceAsked(delivery.arrivals.length > 0)
  const each = eachAlone()
  const found = <Item>(item: Item) => ({ ...item, recovered })
  await allOf([
    ...each(delivery.arrivals, byChat, (it) => takeArrival(found(it), listeners)),
    ...each(delivery.echoes, byChat, (it) => takeEcho(found(it), listeners)),
    ...each(delivery.unreadable, one, ({ reason, why, item }) =>
      Parked.park({
        reason,
        why,
        path,
        body: typeof item === 'string' ? item : JSON.stringify(item),
        takeInAgain: reason === tooMuch,
      }),
    ),
    ...each(delivery.channelNews, one, hear),
    Ignored.count(delivery.ignored),
  ])
  // After the messages they may be about.
  await allOf([
    ...each(delivery.receipts, byMessage, (it) => takeReceipt(it, listeners)),
    ...each(
      delivery.amendments,
      ({ targetId }) => targetId,
      (it) => takeAmendment(it, listeners),
    ),
    ...each(delivery.chatNews, byChat, takeChatNews),
    ...each(delivery.participantNews, byChat, Group.remember),
    ...each(delivery.presences, byChat, takePresence),
  ])
  return {
    stored: delivery.arrivals.length + delivery.echoes.length + delivery.receipts.length,
    parked: delivery.unreadable.length,
    ignored: Object.values(delivery.ignored).reduce((sum, count) => sum + count, 0),
  }
}

function readOrNot(body: string): Delivery {
  try {
    return read(body, env('WHAPI_CHANNEL_ID'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const why = { code: 'no_json' } as const
    const unreadable = [{ reason: 'It is no JSON', why, item: body }]
    return { ...emptyDelivery(), unreadable }
  }
}

/** Who listens, asked for once, and only if there is news; `early` while the news itself is still written. */
function onceAsked(early: boolean): Listeners {
  let asked: ReturnType<typeof Connection.list> | undefined
  const listeners = () => {
    asked ??= Connection.list()
    return asked
  }
  // Whoever needs it awaits it; unheard, a failure must not end the process.
  if (early) listeners().catch(() => undefined)
  return listeners
}

const byChat = ({ providerChatId }: { providerChatId: string }) => providerChatId
const byMessage = ({ providerId }: { providerId: string }) => providerId
const one = () => ''

/** So many things at once: a delivery of thousands must not open thousands of connections. */
const atOnce = 20

/** Works off the items of one key in their order, and those of different keys side by side. */
function eachAlone() {
  const limit = pLimit(atOnce)
  return <Item>(items: Item[], keyOf: (item: Item) => string, work: (item: Item) => unknown) =>
    [...Map.groupBy(items, keyOf).values()].map((group) =>
      limit(async () => {
        for (const item of group) await work(item)
      }),
    )
}

/** Lets every part finish before the first failure is thrown. */
async function allOf(work: Promise<unknown>[]) {
  const results = await Promise.allSettled(work)
  const failed = results.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
