import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { maySee } from '../../../shared/chat.ts'
import type { User } from '../../../shared/user.ts'
import { table, tableName } from '../../lib/table.ts'
import { type Counted, type Counters, countersPk, noneCounted, ownerOf } from '../chat/counters.ts'

/** The counters as they stand, row by row. */
export async function counters(): Promise<Counters> {
  const rows: Counters = new Map()
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :counts',
        ExpressionAttributeValues: { ':counts': countersPk },
        // Whoever has just heard of a change counts it.
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    for (const { pk: _, sk, ...numbers } of Items)
      rows.set(String(sk), { ...noneCounted, ...(numbers as Partial<Counted>) })
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
  return rows
}

function sumOf(rows: Counters, isWanted: (owner: string | null) => boolean): Counted {
  const sum = { ...noneCounted }
  for (const [row, numbers] of rows)
    if (isWanted(ownerOf(row)))
      for (const name of Object.keys(sum) as (keyof Counted)[]) sum[name] += numbers[name]
  return sum
}

const openIn = ({ bot, agent, paused }: Counted) => bot + agent + paused

/** The sidebar's numbers of what this user may see. */
export async function counts(user: User, agentsSeeUnassigned: boolean) {
  const rows = await counters()
  const sees = (assigneeId: string | null) => maySee(user, { assigneeId }, agentsSeeUnassigned)
  const sum = sumOf(rows, sees)
  const { bot, agent, paused, closed, whatsapp, telegram, email, unread, unsent } = sum
  return {
    all: openIn(sum),
    mine: openIn(sumOf(rows, (owner) => owner === user.id)),
    unassigned: openIn(sumOf(rows, (owner) => owner === null && sees(null))),
    unread,
    unsent,
    modes: { bot, agent, paused, closed },
    channels: { whatsapp, telegram, email },
  }
}

/** How many chats somebody has that are not closed. */
export const openOf = async (userId: string): Promise<number> =>
  openIn(sumOf(await counters(), (owner) => owner === userId))
