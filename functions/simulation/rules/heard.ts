import { type MessageStatus, statusRank } from '../../../shared/message.ts'
import type { Payload } from '../whatsapp/deliveries.ts'
import { channelId, world } from '../world.ts'
import { isErased } from './erased.ts'
import { isChat, isMessage, type MessageItem } from './records.ts'

export const rank = (status: string) => statusRank(status as MessageStatus)

export function byProviderId(id: string): MessageItem[] {
  const { records } = world()
  return [...(records.byProviderId.get(id) ?? [])]
    .map((key) => records.items.get(key))
    .filter(isMessage)
}

const refOf = (id: string) => `ref#${channelId}#${id} ref`

/** The message to which news of this id of the provider goes. */
export function byRef(id: string): MessageItem | undefined {
  const { records } = world()
  const { chatId, key } = records.items.get(refOf(id)) ?? {}
  const message = records.items.get(`chat#${chatId} ${key}`)
  return isMessage(message) ? message : undefined
}

/** I1: what was answered 200 is stored, once. */
export function checkHeard({ messages = [], statuses = [], parked }: Payload) {
  const { violate, provider } = world()
  for (const { id, type } of messages as { id: string; type: string }[]) {
    if (type === 'action' || isErased(id)) continue
    const found = byProviderId(id).length
    checkNamed(id)
    // An echo may come between the two writes by which a send of ours learns its name.
    if (found === 0 && provider.held.some((held) => held.ours && held.id === id)) continue
    if (found !== 1) violate('I1', `${id} was answered 200 and is stored ${found} times`)
    checkOwed(id)
  }
  for (const { id, status } of statuses as { id: string; status: string }[]) {
    if (!isErased(id)) {
      checkStatus(id, status)
      checkNamed(id)
    }
    const held = provider.held.find((message) => message.id === id)
    if (held && rank(status) > rank(held.heard ?? 'received')) held.heard = status
  }
  if (typeof parked === 'string') checkParked(parked)
}

/** Older than this at its arrival, a message is answered by people. */
export const freshMs = 15 * 60_000

/** Written while the bot had the word, and lately enough for it to answer. */
export const isForBot = ({ sender, sentAt, changedAt, id, recovered }: MessageItem): boolean =>
  sender === 'customer' &&
  !recovered &&
  world().seen.modeAt.get(id) === 'bot' &&
  Date.parse(String(changedAt)) - Date.parse(sentAt) < freshMs - 60_000

/**
 * News of a send of ours that was answered 200 left the message knowing its name, whatever crash came before;
 * unless whoever is to tell it is still at work.
 */
function checkNamed(id: string) {
  const { violate, records, seen } = world()
  const message = byRef(id)
  const place = `chat#${message?.chatId} ${message?.key}`
  const { resends, believed } = seen.lives.get(place) ?? {}
  if (!message || message.providerId || resends || believed) return
  if (!records.writers.get(refOf(id))?.alive)
    violate('I1', `news of ${id} was answered 200, and ${place} does not know its name`)
}

/** What the bot owes an answer is on its queue before anybody hears 200. */
function checkOwed(id: string) {
  const { violate, queues, records, seen } = world()
  const [message] = byProviderId(id)
  if (!message || !isForBot(message) || queues.knew('bot', message.id)) return
  const inChat = records.messages().filter(({ chatId }) => chatId === message.chatId)
  const storedAt = seen.lives.get(`chat#${message.chatId} ${message.key}`)?.madeAt ?? 0
  const isOver =
    (seen.takenOverAt.get(message.chatId) ?? 0) > storedAt ||
    inChat.some(
      ({ seq, sender, kind }) => seq > message.seq && sender !== 'phone' && kind !== 'note',
    )
  if (!isOver) violate('I1', `${id} was answered 200, and the bot has no job for it`)
}

/** Did the same words leave in the same chat at about the same time? */
export function hasTwin({ chatId, key, sender }: MessageItem, withinMs = 60_000): boolean {
  const { seen } = world()
  const place = `chat#${chatId} `
  const its = seen.lives.get(`${place}${key}`)
  if (!its || (sender !== 'bot' && sender !== 'agent')) return false
  return [...seen.lives].some(
    ([other, life]) =>
      other.startsWith(place) &&
      life !== its &&
      life.text.trim() === its.text.trim() &&
      Math.abs(life.leasedMs - its.leasedMs) < withinMs,
  )
}

/** A receipt whose message is not known yet must be remembered; that shows at the end. */
export function checkStatus(id: string, status: string) {
  const { violate, records, seen } = world()
  const [message] = byProviderId(id)
  if (!message || status === 'pending') return
  if (message.sender !== 'customer') {
    const { resends, believed } = seen.lives.get(`chat#${message.chatId} ${message.key}`) ?? {}
    // A person decided otherwise since; or two with the same words left together, and nobody can tell which
    // of them this is about.
    if (resends || believed || hasTwin(message)) return
    if (rank(message.status) < rank(status))
      violate('I1', `${id}: receipt ${status} was answered 200, the message is ${message.status}`)
    return
  }
  const key = `chat#${message.chatId} state`
  const chat = records.items.get(key)
  // Somebody wanted it looked at again.
  if (seen.markedUnread.has(`${key} ${message.seq}`)) return
  if (isChat(chat) && status === 'read' && chat.readSeq < message.seq)
    violate('I1', `${id} was read on the phone and is unread here`)
}

/** I10: what could not be read is kept. */
function checkParked(mark: string) {
  const { violate, records } = world()
  const kept = [...records.items.keys()].some((key) => key.startsWith('parked#'))
  if (!kept) violate('I10', `an unreadable delivery (${mark}) was answered 200 and not parked`)
}
