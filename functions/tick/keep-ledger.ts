import type { LedgerEntry } from '../../shared/health.ts'
import { compare } from '../channels/whapi/comparison.ts'
import { history } from '../channels/whapi/history.ts'
import { hear } from '../domain/channel/channel.ts'
import type { ChannelState } from '../domain/channel/channel-state.ts'
import * as Ledger from '../domain/channel/ledger.ts'
import * as ProviderCalls from '../domain/channel/provider-calls.ts'
import type { Failure } from '../domain/sending/sending.ts'
import { log } from '../lib/log.ts'
import { isDue, lossAfter, spanOf } from './ledger-time.ts'

const minute = 60_000

/** A run that died is repeated after so long; one that failed, too. */
const againAfterMs = 30 * minute

/** Entries name so many chats. */
const namedGaps = 20

/**
 * Compares what the provider has with what we have and mends the gaps, when it is time to. One call covers
 * all chats. What a run did not come to, the next one does.
 */
export async function keepLedger(
  channel: ChannelState,
  now: number,
  endsAt: number,
): Promise<LedgerEntry | undefined> {
  const progress = await Ledger.progress()
  if (channel.state === 'disconnected' && channel.since && !progress.lostAt)
    await Ledger.move(progress, { lostAt: channel.since })
  if (!isDue(channel, progress, now)) return undefined
  if (!(await ProviderCalls.spend('ledger', now))) return undefined
  // Claimed, so that two ticks at once do not both ask.
  const nextAt = new Date(now + againAfterMs).toISOString()
  const claimed = await Ledger.move(progress, { nextAt, ranAt: new Date(now).toISOString() })
  if (!claimed) return undefined
  return run(claimed, channel, now, endsAt)
}

async function run(progress: Ledger.Progress, channel: ChannelState, now: number, endsAt: number) {
  const { from, to } = spanOf(progress, now)
  const { gaps, coveredTo, ...counts } = await count(from, to, now, endsAt)
  const entry: LedgerEntry = {
    ...counts,
    checkedAt: new Date(now).toISOString(),
    from: new Date(from).toISOString(),
    to: new Date(coveredTo ?? to).toISOString(),
    gaps: [...gaps].slice(0, namedGaps).map(([chatId, missing]) => ({ chatId, missing })),
  }
  await Ledger.record(entry)
  if (coveredTo !== undefined)
    await Ledger.move(
      progress,
      after(progress, channel, now, { coveredTo, isAll: coveredTo >= to }),
    )
  if (coveredTo !== undefined && channel.state === 'connected') await hear({})
  const { received, stored, recovered, problem } = entry
  log('ledger', { received, stored, recovered, gaps: gaps.size, problem: problem !== undefined })
  return entry
}

/** What a run did not come to is due at the next tick; but what it was refused, somewhat later. */
const after = (
  progress: Ledger.Progress,
  channel: ChannelState,
  now: number,
  { coveredTo, isAll }: { coveredTo: number; isAll: boolean },
): Partial<Ledger.Progress> => ({
  coveredTo: new Date(coveredTo).toISOString(),
  partly: !isAll,
  nextAt: new Date(isAll ? now + ProviderCalls.ledgerEveryMs : now).toISOString(),
  lostAt: isAll ? lossAfter(progress, channel, now) : progress.lostAt,
})

/** Page after page; each is compared before the next one is asked for, so what was done is done. */
async function count(from: number, to: number, now: number, endsAt: number) {
  const sum = { received: 0, stored: 0, recovered: 0 }
  const gaps = new Map<string, number>()
  let [parked, offset] = [0, 0]
  let coveredTo: number | undefined
  for (;;) {
    const page = await history({ from, to, offset })
    if (page.is === 'paused') await hear({ code: page.code })
    if (page.is !== 'done') return { ...sum, gaps, coveredTo, ...troubleOf(page) }
    const found = await compare(page.messages)
    sum.received += found.received
    sum.stored += found.stored
    sum.recovered += found.recovered
    parked += found.parked
    for (const [chatId, missing] of found.gaps) gaps.set(chatId, (gaps.get(chatId) ?? 0) + missing)
    offset += page.messages.length
    coveredTo = page.hasMore ? (found.newestAt ?? coveredTo) : to
    const goesOn = page.hasMore && Date.now() < endsAt && (await ProviderCalls.spend('ledger', now))
    if (!goesOn) return { ...sum, gaps, coveredTo, ...leftOut(parked) }
  }
}

/** What is wrong, in technical words and for everybody. */
type Trouble = Pick<LedgerEntry, 'problem' | 'cause'>

const troubleOf = ({ is, code, message }: Failure): Trouble => ({
  problem: message,
  cause: { code: is === 'paused' ? 'channel_lost' : code },
})

const leftOut = (parked: number): Trouble =>
  parked === 0
    ? {}
    : {
        problem: `${parked} of them could not be stored; they are with what could not be taken in`,
        cause: { code: 'not_stored', count: parked },
      }
