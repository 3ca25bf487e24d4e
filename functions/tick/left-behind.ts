import * as announce from '../domain/announce.ts'
import { findChat } from '../domain/chat/store.ts'
import * as Message from '../domain/message/message.ts'
import { enqueueDue, outbox } from '../domain/sending/due.ts'
import { transition } from '../domain/sending/sending.ts'
import { lookUpAt } from '../domain/sending/unknown.ts'
import { alone } from './alone.ts'

interface Tick {
  /** When it began. */
  now: number
  /** By then it has to come to its end. */
  endsAt: number
  /** While the channel is down, what waits stays where it is. */
  isDown: boolean
}

/**
 * What a crash left between the store and a queue goes on its way, within a chat in the order in which it
 * was queued; what was interrupted is called unknown. Answers how much it looked at.
 */
export async function takeUp(before: string, { now, endsAt, isDown }: Tick): Promise<number> {
  let seen = 0
  for await (const places of outbox(before)) {
    const chats = Map.groupBy(places, ({ chatId }) => chatId)
    await Promise.all(
      [...chats.values()].map(async (left) => {
        for (const place of left) await alone(() => free(place, { now, isDown }))
      }),
    )
    seen += places.length
    if (Date.now() > endsAt) break
  }
  return seen
}

async function free(place: Message.Place, { now, isDown }: Pick<Tick, 'now' | 'isDown'>) {
  // An index may still show what has long left it.
  const message = await Message.find(place, { consistent: true })
  if (message?.status === 'sending') return interrupt(place, message.leaseUntil, now)
  if (message?.status === 'unknown') return lookUpAt(place, now)
  if (message && !isDown) await enqueueDue(message, String(now))
}

/** A crash in the middle of a send: it may or may not have gone out. */
async function interrupt(place: Message.Place, leaseUntil = '', now: number) {
  if (leaseUntil > new Date(now).toISOString()) return
  const unknown = await transition(place, 'unknown', ['sending'], {
    error: { code: 'interrupted', message: 'The send was interrupted' },
  })
  const chat = unknown && (await findChat(place.chatId))
  if (chat) await announce.messageChanged(chat, unknown)
}
