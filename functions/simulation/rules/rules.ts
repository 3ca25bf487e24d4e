import { world } from '../world.ts'
import { checkCounted } from './counts.ts'
import { noteErased, noteFetched } from './erased.ts'
import { checkMessage } from './message-rules.ts'
import { checkNoNoteSent } from './notes.ts'
import { type ChatItem, isChat, isMessage, type Send, type Version, type Write } from './records.ts'
import { life, noteTakeOver, nothingSeen, type Seen } from './seen.ts'

/** Holds every write and every send to the rules, as they happen. */
export function watch(): Seen {
  const { records } = world()
  const seen = nothingSeen()
  records.onWrite((write) => {
    const chatVersion = write.versions.find(({ before, after }) => isChat(after ?? before))
    for (const version of write.versions) {
      if (isChat(version.after)) checkChat(version, version.after, write)
      if (isMessage(version.after)) checkMessage(seen, version, version.after, write, chatVersion)
      if (version.after || !(isMessage(version.before) || isChat(version.before))) continue
      const askedAt = write.writer?.erases
      if (askedAt !== undefined) noteErased(version, askedAt, write.at)
      else world().violate('I1', `${version.key} was deleted`)
    }
    checkCounted(write)
    noteFetched(write)
    noteTakeOver(seen, write)
    seen.answers.note(write)
  })
  records.onSend((send) => {
    checkSend(seen, send)
    checkNoNoteSent(send)
  })
  return seen
}

/** I6 and I7, at each new version of a chat. */
function checkChat({ key, before }: Version, after: ChatItem, { writer }: Write) {
  const { violate, seen } = world()
  const { lastSeq, readSeq } = after
  if (readSeq > lastSeq || readSeq < 0) violate('I6', `${key}: read ${readSeq} of ${lastSeq}`)
  if (!isChat(before)) return
  if (after.rev <= before.rev) violate('rev', `${key}: rev ${before.rev} → ${after.rev}`)
  // Only who wants it looked at again may take back that it was read, and no more than the newest message.
  const unreads = writer?.unreads && readSeq === lastSeq - 1
  if (readSeq < before.readSeq && unreads) seen.markedUnread.add(`${key} ${lastSeq}`)
  if (readSeq < before.readSeq && !unreads)
    violate('I6', `${key}: read went back to ${readSeq} of ${lastSeq}`)
  if (lastSeq !== before.lastSeq && lastSeq !== before.lastSeq + 1)
    violate('I6', `${key}: seq ${before.lastSeq} → ${lastSeq}`)
  const claimed = writer?.claims
  if (!claimed || after.assigneeId !== claimed || before.assigneeId === claimed) return
  if (before.assigneeId !== null)
    violate('I7', `${key}: ${claimed} took over from ${before.assigneeId} by a claim`)
}

/** I3, I5 and I9, whenever the provider is asked to send. */
function checkSend(seen: Seen, { caller, key, body, step }: Send) {
  const { violate, records } = world()
  if (!caller) return
  caller.sends++
  if (caller.sends > caller.leases.length)
    return violate(
      'I3',
      `${caller.name} ${caller.number} sends "${body}" without a lease of its own`,
    )
  // Leased before its customer was erased, it may be on the wire by then.
  if (key && seen.erased.keys.has(key)) return
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
