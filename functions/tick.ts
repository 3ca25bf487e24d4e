import type { Context } from 'aws-lambda'
import * as ChannelState from './domain/channel/channel-state.ts'
import * as Hidden from './domain/chat/hidden.ts'
import { owedByBot } from './domain/inbox/held.ts'
import { closeHours } from './domain/numbers/close.ts'
import { outbox } from './domain/sending/due.ts'
import { because } from './lib/invocation.ts'
import { enqueueBot } from './lib/queues.ts'
import { alone } from './tick/alone.ts'
import { checkChannel } from './tick/check-channel.ts'
import { checkSettings } from './tick/check-settings.ts'
import { forgetPreviews } from './tick/forget-previews.ts'
import { keepLedger } from './tick/keep-ledger.ts'
import { takeUp } from './tick/left-behind.ts'
import { takeInRest } from './tick/overflow.ts'
import { report } from './tick/report.ts'
import { lookUp } from './tick/unknown.ts'

/** Whatever is younger is still on its ordinary way. */
const stuckAfterMs = 60_000

const functionLivesMs = 58_000

/** Of the minute the function has: nothing new is begun after. */
const worksForMs = 30_000

/**
 * Every five minutes: what a crash left between the store and a queue is put back on its queue; what was
 * interrupted is called unknown; the provider's history is compared with ours; how the channel is, and
 * what became of unknown messages, is asked; what was written in an hour that is over is summed up. Each step
 * stands alone, and all that is asked of the provider fits the day's budget. At last it says how things stand.
 */
export const handler = (_event?: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<void> =>
  because(context?.awsRequestId, () => tick(Date.now()))

async function tick(now: number): Promise<void> {
  const endsAt = now + worksForMs
  const before = new Date(now - stuckAfterMs).toISOString()
  const known = await ChannelState.get({ consistent: true })
  const isDown = known.state === 'disconnected'

  const stuck = await alone(() => takeUp(before, { now, endsAt, isDown }))
  const owed = await alone(() => remindBot(before))
  await alone(() => keepLedger(known, now, endsAt))
  const channel = (await alone(() => ChannelState.get())) ?? known
  await alone(() => checkChannel(channel, () => somethingWaits(before), now))
  const found = isDown ? 0 : await alone(() => lookUp(before, now))
  if (!isDown) await alone(() => Hidden.askDaily(now))
  const hours = await alone(() => closeHours(now))
  const rest = await alone(() => takeInRest(now + functionLivesMs))
  await alone(() => forgetPreviews(now))
  const drift = (await alone(() => checkSettings(!isDown, now))) ?? 0
  await alone(() => report({ channel, drift, done: { stuck, owed, found, hours, rest } }, now))
}

/** Customers whom the bot still owes an answer: their job may have been lost. */
async function remindBot(before: string): Promise<number> {
  const owed = await owedByBot(before)
  for (const { id, botDue } of owed)
    if (botDue)
      await alone(() => enqueueBot({ chatId: id, messageId: botDue }, `${botDue}#${before}`))
  return owed.length
}

async function somethingWaits(before: string): Promise<boolean> {
  for await (const places of outbox(before)) return places.length > 0
  return false
}
