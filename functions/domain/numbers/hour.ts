import * as z from 'zod/mini'
import { tableName } from '../../lib/table.ts'
import type { MessageState } from '../chat/chat-state.ts'
import type { Write } from '../chat/store.ts'
import { Counts, hourMs, hourOf, isOpen, isSaid, markOf } from './tally.ts'

/** What was written in an hour, or a part of it; all that is kept of an hour adds up. */
export const HourPart = z.object({
  chats: z.record(z.string(), Counts),
  /** Chats that began in it. */
  opened: z._default(z.array(z.string()), []),
})
export type HourPart = z.infer<typeof HourPart>

const dayMs = 24 * hourMs
export const keptMs = 400 * dayMs

/** What comes later than this was never seen by anybody who looked at its day. */
const latestMs = 7 * dayMs

export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Sorts by hour of the day; `name` tells its parts apart. */
const partKey = (hour: number, name: string) => {
  const at = new Date(hour * hourMs).toISOString()
  return { pk: `numbers#${at.slice(0, 10)}`, sk: `${at.slice(11, 13)}#${name}` }
}

const putPart = (hour: number, name: string, part: HourPart): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...part,
      ...partKey(hour, name),
      expiresAt: Math.floor((hour * hourMs + keptMs) / 1000),
    },
  },
})

/** The parts by which an hour was closed; those that came late have other names. */
const closing = 'closed'
export const isClosing = (sk: string) => sk.slice(3).startsWith(closing)

/** Some 25 kB. */
const chatsInAPart = 500

/** All that was written in an hour, as it is kept. */
export function hourParts(hour: number, { chats, opened }: HourPart, name = closing): Write[] {
  const ids = [...new Set([...Object.keys(chats), ...opened])].sort()
  const isNew = new Set(opened)
  return Array.from({ length: Math.ceil(ids.length / chatsInAPart) }, (_, at) => {
    const some = ids.slice(at * chatsInAPart, (at + 1) * chatsInAPart)
    return putPart(hour, `${name}-${at}`, {
      chats: Object.fromEntries(some.map((id) => [id, chats[id] ?? {}])),
      opened: some.filter((id) => isNew.has(id)),
    })
  })
}

/** A message that comes when its hour is closed is kept beside it, so that it counts where it belongs. */
export function latePart(chatId: string, message: MessageState, now: string): Write[] {
  const [hour, at] = [hourOf(message.sentAt), Date.parse(now)]
  const isTooLate = at - Date.parse(message.sentAt) > latestMs
  if (!isSaid(message) || isOpen(hour, at) || isTooLate) return []
  const chats = { [chatId]: { [markOf(message)]: 1 } }
  return [putPart(hour, `late-${message.id}`, { chats, opened: [] })]
}
