import { ChatState } from '../../../functions/domain/chat/chat-state.ts'
import { countersPk } from '../../../functions/domain/chat/counters.ts'
import { User } from '../../../shared/user.ts'
import { Refusal } from '../../local/refusal.ts'
import { countUp, fill, sharedItems } from './fill.ts'
import type { Item } from './play.ts'
import { tell } from './story.ts'
import type { Target } from './target.ts'

export interface Seeded {
  chats: number
  messages: number
  items: number
  /** The newest one. */
  first: { id: string; name: string; messages: number }
  /** The ids of those with several people. */
  groups: string[]
}

/** Where a run that comes later goes on with its numbers. */
const numbers = { pk: 'seed', sk: 'numbers' }

/** Fills the table with made-up chats, besides all that is in it. */
export async function seed(
  target: Target,
  { chats, long }: { chats: number; long: number },
  progress: (count: number, of: number) => void = () => {},
): Promise<Seeded> {
  const known = await sharedItems(target)
  const team = known.flatMap(({ pk, ...item }) => (pk === 'users' ? [User.parse(item)] : []))
  if (team.length === 0)
    throw new Refusal('Nobody is in the team yet. Sign in to the dashboard once, then seed.')
  const from = Number(known.find(({ pk }) => pk === numbers.pk)?.next ?? 0)
  const { channelId } = target
  const told = await tell(
    // From zero: what is counted is what comes in addition.
    known.filter(({ pk }) => pk !== countersPk),
    { chats, long, from, channelId, team, now: Date.now() },
  )
  const items = told.items.filter(({ pk }) => pk !== countersPk)
  const states = items.filter(({ sk }) => sk === 'state')
  const first = states.toSorted((a, b) => (String(a.updatedAt) < String(b.updatedAt) ? 1 : -1))[0]
  await fill(target, [...items, { ...numbers, next: from + chats }], (count) =>
    progress(count, items.length + 1),
  )
  await countUp(
    target,
    told.items.filter(({ pk }) => pk === countersPk),
  )
  return {
    chats: states.length,
    messages: items.filter(({ sk }) => sk.startsWith('message#')).length,
    items: items.length,
    first: firstOf(first),
    groups: states.flatMap(({ id, isGroup }) => (isGroup ? [String(id)] : [])),
  }
}

function firstOf(item: Item | undefined): Seeded['first'] {
  const { id, customer, lastSeq } = ChatState.parse(item)
  return { id, name: customer.name, messages: lastSeq }
}
