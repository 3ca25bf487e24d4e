import { ChatState, MessageState } from '../../../functions/domain/chat/chat-state.ts'
import { type HourPart, hourParts } from '../../../functions/domain/numbers/hour.ts'
import { add, hourOf, isSaid, markOf } from '../../../functions/domain/numbers/tally.ts'
import type { Item } from './play.ts'

/**
 * What was written in hours that are closed, as it is kept of them: chats come one after the other here, and
 * their hours do not. What is in hours that are open stays with the chats.
 */
export function countUp(items: Item[], openFrom: number, name: string): Item[] {
  const hours = new Map<number, HourPart>()
  const partOf = (hour: number) => {
    const part = hours.get(hour) ?? { chats: {}, opened: [] }
    hours.set(hour, part)
    return part
  }
  for (const item of items.filter(({ sk }) => sk.startsWith('message#'))) {
    const message = MessageState.parse(item)
    const { chats } = partOf(hourOf(message.sentAt))
    if (isSaid(message))
      chats[message.chatId] = add(chats[message.chatId] ?? {}, { [markOf(message)]: 1 })
  }
  const kept = items.map((item) => {
    if (item.sk !== 'state') return item
    const { id, createdAt, tally = {} } = ChatState.parse(item)
    partOf(hourOf(createdAt)).opened.push(id)
    const open = Object.entries(tally).filter(([hour]) => Number(hour) >= openFrom)
    return { ...item, tally: Object.fromEntries(open) }
  })
  const closed = [...hours].filter(([hour]) => hour < openFrom)
  const parts = closed.flatMap(([hour, part]) => hourParts(hour, part, name))
  return [...kept, ...parts.map(({ Put }) => Put?.Item as Item)]
}
