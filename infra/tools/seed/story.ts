import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { hourOf } from '../../../functions/domain/numbers/tally.ts'
import { randomFrom } from '../../../functions/simulation/time/random.ts'
import type { User } from '../../../shared/user.ts'
import { type Cast, tellChat, tellGroup } from './chats.ts'
import { countUp } from './count.ts'
import { tellLongChat } from './long-chat.ts'
import { firstNames, groupNames, lastNames, numberOf } from './names.ts'
import { type Item, play } from './play.ts'
import { openShop, type Person } from './shop.ts'

export interface Wanted {
  chats: number
  /** Messages in the newest of them; with 0 it is like the others. */
  long: number
  /** The first number that is still free. */
  from: number
  channelId: string
  team: User[]
  now: number
  /** Whether the team closes chats, which takes them out of the list. */
  closes?: boolean
}

const minuteMs = 60_000
/** The oldest chat was last heard of so long ago. */
const spanMs = 45 * 24 * 60 * minuteMs
const oldMs = 2 * 24 * 60 * minuteMs
const inAGroup = 4

/** The first chats are of today, the others ever longer ago. */
const endOf = (at: number, { chats, now }: Wanted) =>
  now - minuteMs - Math.floor(spanMs * (at / Math.max(chats, 2)) ** 3) - at * 2_000

/** What the table holds after all these chats, besides what it held before: new and changed items. */
export async function tell(known: Item[], wanted: Wanted) {
  const { chats, long, from, channelId, team, now, closes = true } = wanted
  const random = randomFrom(from + chats)
  const shop = openShop(channelId)
  const personAt = (at: number): Person => {
    const number = numberOf(from + at)
    return {
      providerChatId: `${number}@s.whatsapp.net`,
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      phone: `+${number}`,
    }
  }
  const groupAt = (at: number): Person => ({
    providerChatId: `120363${String(from + at).padStart(12, '0')}@g.us`,
    name: random.pick(groupNames),
    phone: null,
    isGroup: true,
  })

  const { items, table } = await play(known, async (clock) => {
    const cast: Cast = { shop, clock, random, team, closes }
    // Oldest first, as they came.
    for (let at = chats - 1; at >= 0; at--) {
      const end = endOf(at, wanted)
      if (at === 0 && long > 0) await tellLongChat(cast, personAt(at), long, end)
      else if (at % 40 === 7) {
        // People of the other chats.
        const members = Array.from({ length: inAGroup }, (_, i) => personAt((at + 1 + i) % chats))
        await tellGroup(cast, groupAt(at), members, end)
      } else
        await tellChat(cast, personAt(at), {
          endMs: end,
          short: chats > 500,
          old: now - end > oldMs,
        })
    }
    clock.set(now)
  })
  const closed = known.find(({ pk, sk }) => pk === 'settings' && sk === 'numbers')
  const openFrom = Number(closed?.openFrom ?? hourOf(now))
  const counted = countUp(items, openFrom, `seed-${from}`)
  for (const Item of counted) table.execute(new PutCommand({ TableName: 'seed', Item }))
  return { items: counted, table }
}
