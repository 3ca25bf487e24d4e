import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { ChannelHealth } from '../../../shared/channel.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import { backOff } from '../chat/store.ts'
import type { ChannelNews } from '../news.ts'

/** The channel as we last heard of it; only admins are shown the code to scan. */
export const ChannelState = z.extend(ChannelHealth, {
  state: z.catch(ChannelHealth.shape.state, 'unknown'),
  code: z._default(z.string(), ''),
  since: z._default(ChannelHealth.shape.since, null),
  checkedAt: z._default(ChannelHealth.shape.checkedAt, null),
  qr: z.optional(z.object({ image: z.string(), expiresAt: z.string() })),
  rev: z._default(z.int(), 0),
})
export type ChannelState = z.infer<typeof ChannelState>

const key = { pk: 'settings', sk: 'channel' }

/** What is known of the channel; `consistent` where it decides that somebody has to wait. */
export async function get({ consistent = false } = {}): Promise<ChannelState> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: consistent }),
  )
  return ChannelState.parse(Item ?? {})
}

/** Has nobody told of it yet, nor was it asked? */
export const isUnheardOf = ({ state, checkedAt }: Pick<ChannelState, 'state' | 'checkedAt'>) =>
  state === 'unknown' && checkedAt === null

/** Is the channel down for sure? Of a channel nobody has told us of, a send finds out. */
export const isDown = async (known: ChannelState): Promise<boolean> =>
  known.state === 'disconnected' && (await get({ consistent: true })).state === 'disconnected'

const unpaid = '402'

/** The provider calls a number linked whose account is not paid: after so long a send tries again. */
const unpaidForMs = 30 * 60_000

/** What is known after this news. Pure. */
export function after(
  known: ChannelState,
  { code, qr, asked }: ChannelNews,
  nowMs: number,
): ChannelState {
  const now = new Date(nowMs).toISOString()
  const stillUnpaid =
    known.code === unpaid && code === 'AUTH' && nowMs - Date.parse(known.since ?? '') < unpaidForMs
  if (code === undefined || (stillUnpaid && !asked))
    return { ...known, qr: qr ?? known.qr, checkedAt: now }
  const state = code === 'AUTH' ? 'connected' : 'disconnected'
  return {
    ...known,
    state,
    code,
    since: state === known.state && known.since ? known.since : now,
    checkedAt: now,
    qr: state === 'connected' ? undefined : (qr ?? known.qr),
  }
}

const attempts = 12

/** Remembers what a channel tells of itself. Answers what was known before, and what is known now. */
export async function remember(news: ChannelNews, nowMs = Date.now()) {
  for (let attempt = 0; ; attempt++) {
    const before = await get({ consistent: true })
    const now = after(before, news, nowMs)
    try {
      await table.send(
        new PutCommand({
          TableName: tableName(),
          Item: { ...now, rev: before.rev + 1, ...key },
          ConditionExpression: 'attribute_not_exists(rev) OR rev = :rev',
          ExpressionAttributeValues: { ':rev': before.rev },
        }),
      )
      return { before, now }
    } catch (error) {
      if (!isConditionFailure(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
  }
}
