import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { gather } from '../../lib/gather.ts'
import { table, tableName } from '../../lib/table.ts'
import { Answer, answersPk } from './answer.ts'
import { changedSince } from './changed.ts'
import { openFrom, partOf, timeOf } from './close.ts'
import { HourPart, isClosing } from './hour.ts'

/** All that is known of these hours, in their order, and maybe of some between; of some in parts. */
export async function writtenIn(hours: number[]): Promise<Map<number, HourPart[]>> {
  const from = (await openFrom()) ?? 0
  const open = hours.filter((hour) => hour >= from)
  const [kept, chats] = await Promise.all([
    keptOf(hours, from),
    open[0] === undefined ? [] : gather(changedSince(open[0])),
  ])
  for (const hour of open) kept.set(hour, [...(kept.get(hour) ?? []), partOf(hour, chats.flat())])
  return kept
}

/** Of an hour that is open, what was closed meanwhile is in the tallies, too, and only late parts count. */
async function keptOf(hours: number[], openFrom: number) {
  const kept = new Map<number, HourPart[]>()
  await Promise.all(
    byDay(hours).map(async ([day, its]) => {
      const from = Number(timeOf(its[0] ?? 0).slice(11, 13))
      const between = [its[0], its.at(-1)].map((hour) => timeOf(hour ?? 0).slice(11, 13))
      for await (const { sk, ...part } of itemsIn(
        `numbers#${day}`,
        `${between[0]}#`,
        `${between[1]}$`,
      )) {
        const hour = (its[0] ?? 0) + Number(String(sk).slice(0, 2)) - from
        if (hour < openFrom || !isClosing(String(sk)))
          kept.set(hour, [...(kept.get(hour) ?? []), HourPart.parse(part)])
      }
    }),
  )
  return kept
}

/** Human answers in these hours, which follow one another. */
export async function answersIn(hours: number[]): Promise<Answer[]> {
  const found = await Promise.all(
    byDay(hours).map(async ([day, its]) => {
      const until = timeOf((its.at(-1) ?? 0) + 1)
      const items = itemsIn(answersPk(day), timeOf(its[0] ?? 0), until)
      return (await gather(items)).map((item) => Answer.parse(item))
    }),
  )
  return found.flat()
}

const byDay = (hours: number[]) => [...Map.groupBy(hours, (hour) => timeOf(hour).slice(0, 10))]

async function* itemsIn(pk: string, from: string, to: string) {
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await table.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ExclusiveStartKey,
      }),
    )
    yield* Items
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}
