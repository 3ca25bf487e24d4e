import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { BotTexts, BotTextsPatch } from '../../../shared/answering/texts.ts'
import type { Hours } from '../../../shared/hours.ts'
import { Language } from '../../../shared/preferences.ts'
import type { Settings as Shown } from '../../../shared/settings.ts'
import type { Sight } from '../../../shared/sight.ts'
import type { User } from '../../../shared/user.ts'
import { raceOf, table, tableName } from '../../lib/table.ts'
import { backOff } from '../chat/store.ts'
import { sightPut } from './sight.ts'

/** What the shop has decided; every field has a default, so a new shop needs none. */
export const Settings = z.object({
  agentsSeeUnassigned: z._default(z.boolean(), true),
  /** Rises with every decision about what agents see. */
  sightRev: z._default(z.int(), 0),
  /** The mode in which a closed chat wakes up when its customer writes. */
  reopenAs: z._default(z.enum(['bot', 'agent']), 'bot'),
  readReceipts: z._default(z.enum(['on-open', 'on-reply', 'never']), 'on-open'),
  language: z._default(Language, 'id'),
  // Both were checked at the door; to check them again would only make every function bigger.
  hours: z._default(z.nullable(z.unknown() as z.ZodMiniType<Hours>), null),
  /** The bot's words and keywords, where the shop has its own (functions/bot/texts.ts has ours). */
  bot: z._default(z.unknown() as z.ZodMiniType<Partial<BotTexts>>, {}),
})
export type Settings = z.infer<typeof Settings>

const key = { pk: 'settings', sk: 'shop' }
const keptMs = 10_000
let known: { value: Settings; readAt: number } | undefined

/** The shop's settings, at most ten seconds old. */
export const get = async (now = Date.now()): Promise<Settings> =>
  known && now - known.readAt < keptMs ? known.value : read(false, now)

/** The shop's settings as they are. */
export const getNew = (now = Date.now()) => read(true, now)

async function read(ConsistentRead: boolean, now: number): Promise<Settings> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key, ConsistentRead }),
  )
  known = { value: Settings.parse(Item ?? {}), readAt: now }
  return known.value
}

/** What of the chats that nobody has this user sees. Asked anew each time: a decision holds from then on. */
export async function sightOf({ role }: Pick<User, 'role'>): Promise<Sight> {
  if (role === 'admin') return { unassigned: true, rev: 0 }
  const { agentsSeeUnassigned, sightRev } = await getNew()
  return { unassigned: agentsSeeUnassigned, rev: sightRev }
}

const attempts = 12

/** Changes what the shop has decided; what is left out stays. Every function follows within ten seconds. */
export async function change(patch: Partial<Shown>, now = Date.now()): Promise<Settings> {
  if (Object.values(patch).every((value) => value === undefined)) return get(now)
  for (let attempt = 0; ; attempt++)
    try {
      await table.send(new TransactWriteCommand({ TransactItems: writesOf(patch) }))
      return await getNew(now)
    } catch (error) {
      if (!raceOf(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
}

/**
 * Changes the bot's own texts; null goes back to the usual ones. Of two admins at once, the later one
 * changes what the first one left.
 */
export async function changeBot(patch: BotTextsPatch, now = Date.now()): Promise<Settings> {
  for (let attempt = 0; ; attempt++) {
    const { bot } = await getNew(now)
    const next = Object.entries({ ...bot, ...defined(patch) }).filter(([, text]) => text !== null)
    try {
      await table.send(
        new UpdateCommand({
          TableName: tableName(),
          Key: key,
          UpdateExpression: 'SET bot = :next',
          ConditionExpression: 'attribute_not_exists(bot) OR bot = :before',
          ExpressionAttributeValues: { ':next': Object.fromEntries(next), ':before': bot },
        }),
      )
      return await getNew(now)
    } catch (error) {
      if (!raceOf(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
  }
}

const defined = (patch: object) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

function writesOf(patch: Partial<Shown>) {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined)
  const { agentsSeeUnassigned: seen } = patch
  const set = `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`
  const values = Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value]))
  const update = {
    TableName: tableName(),
    Key: key,
    UpdateExpression: seen === undefined ? set : `${set} ADD sightRev :one`,
    ExpressionAttributeNames: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: seen === undefined ? values : { ...values, ':one': 1 },
  }
  return [{ Update: update }, ...(seen === undefined ? [] : [{ Put: sightPut(seen) }])]
}
