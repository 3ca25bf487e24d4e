import { type MessageStatus, statusRank } from '../../../shared/message.ts'
import { world } from '../world.ts'
import { isForBot } from './heard.ts'
import type { ChatItem, MessageItem, Send, Version, Write } from './records.ts'
import { isChat, isMessage } from './records.ts'

/** What has been seen of a message that its item does not tell. */
interface Life {
  /** When it was written, or last queued again by a person. */
  madeAt: number
  leasedAt: number
  leases: number
  resends: number
  believed: boolean
}

export interface Seen {
  lives: Map<string, Life>
  /** When a person last took over in a chat. */
  takenOverAt: Map<string, number>
  /** The highest `seq` that was sent in a chat, of what no person queued again. */
  sentSeq: Map<string, number>
  /** Mode of its chat when a customer's message was stored, right after. */
  modeAt: Map<string, string>
}

const life = (seen: Seen, key: string): Life => {
  const known = seen.lives.get(key)
  if (known) return known
  const fresh = { madeAt: 0, leasedAt: 0, leases: 0, resends: 0, believed: false }
  seen.lives.set(key, fresh)
  return fresh
}

/** Holds every write and every send to the rules, as they happen. */
export function watch(): Seen {
  const { records } = world()
  const seen: Seen = {
    lives: new Map(),
    takenOverAt: new Map(),
    sentSeq: new Map(),
    modeAt: new Map(),
  }
  records.onWrite((write) => {
    const chatVersion = write.versions.find(({ before, after }) => isChat(after ?? before))
    for (const version of write.versions) {
      if (isChat(version.after)) checkChat(version, version.after, write)
      if (isMessage(version.after)) checkMessage(seen, version, version.after, write, chatVersion)
      if (!version.after && (isMessage(version.before) || isChat(version.before)))
        world().violate('I1', `${version.key} was deleted`)
    }
    noteTakeOver(seen, write)
  })
  records.onSend((send) => checkSend(seen, send))
  return seen
}

function checkChat({ key, before }: Version, after: ChatItem, { writer }: Write) {
  const { violate } = world()
  const { lastSeq, readSeq } = after
  if (readSeq > lastSeq || readSeq < 0) violate('I6', `${key}: read ${readSeq} of ${lastSeq}`)
  if (!isChat(before)) return
  if (after.rev <= before.rev) violate('rev', `${key}: rev ${before.rev} → ${after.rev}`)
  if (readSeq < before.readSeq) violate('I6', `${key}: read went back to ${readSeq}`)
  if (lastSeq !== before.lastSeq && lastSeq !== before.lastSeq + 1)
    violate('I6', `${key}: seq ${before.lastSeq} → ${lastSeq}`)
  const claimed = writer?.claims
  if (!claimed || after.assigneeId !== claimed || before.assigneeId === claimed) return
  if (before.assigneeId !== null)
    violate('I7', `${key}: ${claimed} took over from ${before.assigneeId} by a claim`)
}

function checkMessage(
  seen: Seen,
  { key, before }: Version,
  after: MessageItem,
  write: Write,
  chat: Version | undefined,
) {
  if (isMessage(before)) checkChange(seen, key, before, after, write)
  else checkNew(seen, key, after, write, chat)
}

function checkNew(
  seen: Seen,
  key: string,
  message: MessageItem,
  { step }: Write,
  chat: Version | undefined,
) {
  const { violate, records } = world()
  life(seen, key).madeAt = step
  const { before, after } = chat ?? {}
  if (!isChat(after) || after.lastSeq !== message.seq)
    return violate('I6', `${key}: stored without its chat counting it`)
  if ((isChat(before) ? before.lastSeq : 0) + 1 !== message.seq)
    violate('I6', `${key}: seq ${message.seq} is not the next one`)
  const { providerId, sender, id } = message
  if (providerId && (records.byProviderId.get(providerId)?.size ?? 0) > 1)
    violate('I1', `${providerId} is stored twice`)
  if (sender === 'customer') seen.modeAt.set(id, after.mode)
  if (sender === 'bot') checkAnswer(message, key, isChat(before) ? before : undefined)
}

const back = /^(bot|kembali ke bot|back to bot)$/i
/** The bot answers once, the newest of a burst, and only while it has the word. */
function checkAnswer(answer: MessageItem, key: string, chat: ChatItem | undefined) {
  const { violate, records } = world()
  const inChat = records.messages().filter(({ chatId }) => chatId === answer.chatId)
  const same = inChat.filter(({ id, sender }) => sender === 'bot' && id === answer.id)
  if (same.length > 1) violate('I2', `${key}: a second answer called ${answer.id}`)
  const asked = inChat.find(({ sender, id }) => sender === 'customer' && answer.id.endsWith(id))
  if (!asked) return violate('I2', `${key}: an answer to nothing`)
  const isCommand = asked.text.startsWith('/')
  const mayAnswer =
    chat?.mode === 'bot' || isCommand || (chat?.mode === 'agent' && back.test(asked.text))
  if (!mayAnswer) violate('I9', `${key}: the bot answers in mode ${chat?.mode}`)
  if (chat?.mode !== 'bot' || isCommand) return
  const newer = inChat.find((message) => message.seq > asked.seq && isForBot(message))
  if (newer) violate('I2', `${key}: answers ${asked.id} though ${newer.id} came after it`)
}

const rank = (status: string) => statusRank(status as MessageStatus)

function checkChange(
  seen: Seen,
  key: string,
  before: MessageItem,
  after: MessageItem,
  { writer, step }: Write,
) {
  const { violate } = world()
  if (after.seq !== before.seq || after.id !== before.id) violate('I6', `${key}: seq or id changed`)
  if (after.status === before.status) return
  if (after.rev <= before.rev) violate('rev', `${key}: status changed without a new rev`)
  const what = `${key}: ${before.status} → ${after.status} by ${writer?.name}`
  const its = life(seen, key)
  if (after.status === 'sending') {
    if (before.status !== 'queued') violate('I3', what)
    writer?.leases.push(key)
    its.leases++
    its.leasedAt = step
    return
  }
  const decided = writer?.name === 'api' && ['unknown', 'failed'].includes(before.status)
  if (decided && after.status === 'queued') {
    its.resends++
    its.madeAt = step
    return
  }
  if (decided && after.status === 'sent') {
    its.believed = true
    return
  }
  if (before.status === 'sending' && after.status === 'queued' && writer?.name === 'outbound')
    return
  if (before.status === 'unknown' && after.status === 'queued') return violate('I3', what)
  if (rank(after.status) <= rank(before.status)) violate('I4', what)
}

/** A person acted in a chat: from here on the bot's earlier words are void. */
function noteTakeOver(seen: Seen, { versions, writer, step }: Write) {
  const { provider } = world()
  for (const { before, after } of versions) {
    if (isMessage(after) && !before) {
      const onPhone =
        after.sender === 'phone' &&
        provider.held.some(({ id, source }) => id === after.providerId && source === 'mobile')
      if (onPhone || after.sender === 'agent') seen.takenOverAt.set(after.chatId, step)
    }
    const byPerson = writer?.name === 'api' || (writer?.name === 'bot' && versions.length === 1)
    if (!isChat(before) || !isChat(after) || !byPerson) continue
    if (before.mode !== after.mode || before.assigneeId !== after.assigneeId)
      seen.takenOverAt.set(after.id, step)
  }
}

function checkSend(seen: Seen, { caller, key, body, step }: Send) {
  const { violate, records } = world()
  if (!caller) return
  caller.sends++
  if (caller.sends > caller.leases.length)
    return violate(
      'I3',
      `${caller.name} ${caller.number} sends "${body}" without a lease of its own`,
    )
  const message = records.items.get(key ?? '')
  if (!key || !isMessage(message)) return violate('I3', `a send of nothing: "${body}"`)
  const its = life(seen, key)
  const takenOver = seen.takenOverAt.get(message.chatId) ?? 0
  // Leased before the take-over, it may be on the wire by then: that one cannot be called back.
  if (message.sender === 'bot' && its.madeAt < takenOver && its.leasedAt > takenOver)
    violate(
      'I9',
      `${key}: leased at ${its.leasedAt} after the take-over at ${takenOver}, sent at ${step}`,
    )
  if (its.resends > 0) return
  const before = seen.sentSeq.get(message.chatId) ?? 0
  if (message.seq < before) violate('I5', `${key}: seq ${message.seq} leaves after ${before}`)
  seen.sentSeq.set(message.chatId, Math.max(before, message.seq))
}
