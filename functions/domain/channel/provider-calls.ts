import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'

/** So often the ledger is kept; its calls have the first right to the day's budget. */
export const ledgerEveryMs = 2 * 60 * 60_000

const dayMs = 24 * 60 * 60_000
const keptDays = 7

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const key = (at: number) => ({ pk: 'settings', sk: `calls#${dayOf(at)}` })

/** How many calls `tick` may make in a day (UTC). Thirty fit a provider's limit of 1,000 a month. */
const allowed = () => Number(process.env.PROVIDER_CALLS_A_DAY ?? 30)

/** How many calls the ledger still has to make until midnight. */
const keptForLedger = (now: number) => Math.ceil((dayMs - (now % dayMs)) / ledgerEveryMs)

/** However often people ask, so many calls are left for what must be asked without them. */
const keptFromPeople = 4

type Purpose = 'ledger' | 'check' | 'person' | 'number'

function mostFor(on: Purpose, now: number): number {
  if (on === 'ledger') return allowed()
  return allowed() - keptForLedger(now) - (on === 'person' ? keptFromPeople : 0)
}

/** Who asks for hidden numbers leaves most of the day to everything else. */
const mostNumbers = () => Math.ceil(allowed() / 5)

/** Has today's budget room for one more call? */
export const hasRoom = async (on: Purpose, now = Date.now()): Promise<boolean> =>
  (await get(now)).today < mostFor(on, now)

/** Raises today's count before a call is made; false when the budget has no room for it. */
export async function spend(on: Purpose, now = Date.now()): Promise<boolean> {
  const most = mostFor(on, now)
  const numbers = on === 'number'
  if (most < 1) return false
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key(now),
        UpdateExpression: `SET expiresAt = :expiresAt ADD made :one${numbers ? ', numbers :one' : ''}`,
        ConditionExpression: `(attribute_not_exists(made) OR made < :most)${
          numbers ? ' AND (attribute_not_exists(numbers) OR numbers < :mostNumbers)' : ''
        }`,
        ExpressionAttributeValues: {
          ':one': 1,
          ':most': most,
          ...(numbers ? { ':mostNumbers': mostNumbers() } : {}),
          ':expiresAt': Math.floor((now + keptDays * dayMs) / 1000),
        },
      }),
    )
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
  }
}

/** How many calls were made today, and how many may be. */
export async function get(now = Date.now()): Promise<{ today: number; allowed: number }> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key(now) }))
  return { today: Number(Item?.made ?? 0), allowed: allowed() }
}
