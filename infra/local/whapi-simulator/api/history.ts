import type { Context } from 'hono'
import * as z from 'zod'
import { chatIdOf } from '../ids.ts'
import { check, Flag, queryOf } from '../problem.ts'
import type { Message } from '../state.ts'
import { threadOf, type World } from '../world.ts'
import { To } from './content.ts'

const Count = z.coerce.number().int().min(1).max(500).default(100)
const Offset = z.coerce.number().int().min(0).default(0)
const Time = z.coerce.number().int().min(0).optional()

const MessageQuery = z.object({
  count: Count,
  offset: Offset,
  time_from: Time,
  time_to: Time,
  normal_types: Flag.optional(),
  author: z.string().optional(),
  from_me: Flag.optional(),
  sort: z.enum(['asc', 'desc']).default('desc'),
})

/** Messages of one chat or of all, newest first unless asked otherwise. */
export function listMessages(world: World, c: Context, to?: string) {
  const query = queryOf(c, MessageQuery)
  const { count, offset, time_from = 0, time_to = Number.MAX_SAFE_INTEGER, author } = query
  const stored = to ? threadOf(world, chatIdOf(check(To, to))) : world.state.messages
  const found = stored
    .filter(({ deleted, cleared }) => !deleted && !cleared)
    .map(({ message }) => message)
    .filter(
      ({ timestamp, from_me, from, type }) =>
        timestamp >= time_from &&
        timestamp <= time_to &&
        (query.from_me === undefined || from_me === query.from_me) &&
        (author === undefined || from === author) &&
        !(query.normal_types && type === 'system'),
    )
    // A stable sort: within a second, the order of arrival stands.
    .sort((a, b) => a.timestamp - b.timestamp)
  if (query.sort === 'desc') found.reverse()
  const messages: Message[] = found.slice(offset, offset + count)
  return {
    messages,
    count: messages.length,
    total: found.length,
    offset,
    first: messages.at(0)?.timestamp,
    last: messages.at(-1)?.timestamp,
  }
}

const PageQuery = z.object({ count: Count, offset: Offset })

/** One page of a list, under WHAPI's name for it. */
export function pageOf<Item>(c: Context, name: string, all: Item[]) {
  const { count, offset } = queryOf(c, PageQuery)
  const items = all.slice(offset, offset + count)
  return { [name]: items, count: items.length, total: all.length, offset }
}
