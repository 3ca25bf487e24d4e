import { world } from '../world.ts'
import { isForBot, rank } from './heard.ts'
import { checkNote, checkQuiet, isNote } from './notes.ts'
import {
  type ChatItem,
  isChat,
  isMessage,
  type MessageItem,
  type Version,
  type Write,
} from './records.ts'
import { life, type Seen } from './seen.ts'

/** I1 to I4, I6 and I9, at each new version of a message. */
export function checkMessage(
  seen: Seen,
  { key, before }: Version,
  after: MessageItem,
  write: Write,
  chat: Version | undefined,
) {
  if (isNote(after)) checkNote(key, after)
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
  Object.assign(life(seen, key), { madeAt: step, text: message.text })
  const { before, after } = chat ?? {}
  if (!isChat(after) || after.lastSeq !== message.seq)
    return violate('I6', `${key}: stored without its chat counting it`)
  if ((isChat(before) ? before.lastSeq : 0) + 1 !== message.seq)
    violate('I6', `${key}: seq ${message.seq} is not the next one`)
  if (isNote(message) && isChat(before)) checkQuiet(key, before, after)
  const { providerId, sender, id } = message
  if (providerId && (records.byProviderId.get(providerId)?.size ?? 0) > 1)
    violate('I1', `${providerId} is stored twice`)
  if (sender === 'customer') seen.modeAt.set(id, after.mode)
  if (sender === 'bot') checkAnswer(message, key, isChat(before) ? before : undefined)
}

const back = /^(bot|kembali ke bot|back to bot)$/i
/** The bot answers once, the newest of a burst, and only while it has the word. */
function checkAnswer(answer: MessageItem, key: string, chat: ChatItem | undefined) {
  const { violate, records, provider } = world()
  const inChat = records.messages().filter(({ chatId }) => chatId === answer.chatId)
  const same = inChat.filter(({ id, sender }) => sender === 'bot' && id === answer.id)
  if (same.length > 1) violate('I2', `${key}: a second answer called ${answer.id}`)
  const asked = inChat.find(({ sender, id }) => sender === 'customer' && answer.id.endsWith(id))
  if (!asked) return violate('I2', `${key}: an answer to nothing`)
  // It may have been changed since.
  const said = provider.held.find(({ id }) => id === asked.id)?.body ?? asked.text
  const isCommand = said.startsWith('/')
  const mayAnswer = chat?.mode === 'bot' || isCommand || (chat?.mode === 'agent' && back.test(said))
  if (!mayAnswer) violate('I9', `${key}: the bot answers in mode ${chat?.mode}`)
  if (chat?.mode !== 'bot' || isCommand) return
  const newer = inChat.find((message) => message.seq > asked.seq && isForBot(message))
  if (newer) violate('I2', `${key}: answers ${asked.id} though ${newer.id} came after it`)
}

function checkChange(
  seen: Seen,
  key: string,
  before: MessageItem,
  after: MessageItem,
  { writer, step, at }: Write,
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
    its.leasedMs = at
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
