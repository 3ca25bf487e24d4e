import { newMessageId, seconds } from '../ids.ts'
import type { Message, Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import type { World } from '../world.ts'
import { show } from './bubble.ts'
import { statusOf } from './statuses.ts'

export interface By {
  from: string
  from_me: boolean
  source: string
  from_name?: string
  /** Seconds; now if absent. */
  timestamp?: number | undefined
}

export const theShop = (world: World, source = 'api'): By => ({
  from: world.owner.phone,
  from_me: true,
  source,
})

/** A message that only says what was done to another one. */
const actionOn = ({ message }: Stored, by: By, what: object): Message => ({
  id: newMessageId(message.chat_id),
  type: 'action',
  chat_id: message.chat_id,
  action: { target: message.id, ...what },
  ...by,
  timestamp: by.timestamp ?? seconds(),
})

function tellAction(world: World, action: Message): void {
  announce(world, 'messages', 'post', action.chat_id, { messages: [action] })
}

function tellPatch(world: World, before: Message, after: Message, trigger: Message, what: string) {
  const update = {
    id: after.id,
    trigger,
    before_update: before,
    after_update: after,
    changes: [what],
  }
  announce(world, 'messages', 'patch', after.chat_id, { messages_updates: [update] })
}

type As = 'action' | 'patch' | 'both'

function tell(
  world: World,
  as: As,
  before: Message,
  stored: Stored,
  trigger: Message,
  what: string,
) {
  if (as !== 'patch') tellAction(world, trigger)
  if (as !== 'action') tellPatch(world, before, stored.message, trigger, what)
  show(world, stored)
  return trigger
}

/** An emoji on a message; the empty one takes it away. */
export function react(world: World, stored: Stored, by: By, emoji: string): Message {
  const before = structuredClone(stored.message)
  stored.reactions[by.from_me ? 'shop' : by.from] = emoji
  stored.message.reactions = Object.entries(stored.reactions)
    .filter(([, each]) => each !== '')
    .map(([id, each]) => ({ id, emoji: each, t: seconds() }))
  const trigger = actionOn(stored, by, { type: 'reaction', emoji })
  return tell(world, world.habits.reactionsAs, before, stored, trigger, 'reactions')
}

/** New content for a message, by whoever wrote it. */
export function edit(world: World, stored: Stored, by: By, kind: string, content: object): Message {
  const before = structuredClone(stored.message)
  Object.assign(stored.message, { type: kind, [kind]: content })
  stored.edited = true
  const what = { type: 'edit', edited_type: kind, edited_content: content }
  const trigger = actionOn(stored, by, what)
  return tell(world, world.habits.editsAs, before, stored, trigger, kind)
}

/** Deleted for everyone. WHAPI was seen to tell it in three ways. */
export function revoke(world: World, stored: Stored, by: By): Message {
  const { deletionsAs } = world.habits
  const { message } = stored
  const trigger = actionOn(stored, by, { type: 'delete' })
  stored.deleted = true
  if (deletionsAs === 'action' || deletionsAs === 'all') tellAction(world, trigger)
  if (deletionsAs === 'removed' || deletionsAs === 'all') tellRemoved(world, message)
  if (deletionsAs === 'status' || deletionsAs === 'all') {
    const statuses = [statusOf(stored, 'deleted')]
    announce(world, 'statuses', 'post', message.chat_id, { statuses })
  }
  show(world, stored)
  return trigger
}

function tellRemoved(world: World, { id, chat_id }: Message): void {
  announce(world, 'messages', 'delete', chat_id, { messages_removed: [id] })
}

/** Gone from the shop's phone; whoever wrote it still has it. */
export function clear(world: World, stored: Stored): void {
  stored.cleared = true
  world.changed()
  tellRemoved(world, stored.message)
}

interface Result {
  id: string
  name: string
  count: number
  voters: string[]
}

/** Chooses among a poll's options, in place of what this person chose before. */
export function vote(world: World, stored: Stored, by: By, options: string[]): Message {
  const before = structuredClone(stored.message)
  const poll = stored.message.poll as { results: Result[]; total: number }
  poll.results = poll.results.map((result) => {
    const others = result.voters.filter((voter) => voter !== by.from)
    const voters = options.includes(result.name) ? [...others, by.from] : others
    return { ...result, voters, count: voters.length }
  })
  poll.total = new Set(poll.results.flatMap(({ voters }) => voters)).size
  const votes = poll.results.filter(({ name }) => options.includes(name)).map(({ id }) => id)
  const trigger = actionOn(stored, by, { type: 'vote', votes })
  return tell(world, world.habits.votesAs, before, stored, trigger, 'poll')
}

/** Whatever else can be done to a message: pinned, commented, answered with yes or no. */
export function act(world: World, stored: Stored, by: By, what: object): Message {
  const action = actionOn(stored, by, what)
  tellAction(world, action)
  return action
}
