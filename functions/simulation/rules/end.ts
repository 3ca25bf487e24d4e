import { contract } from '../../../shared/contract.ts'
import type { Client } from '../people/client.ts'
import { world } from '../world.ts'
import { checkAmendments } from './amendments.ts'
import { checkCounts } from './counts.ts'
import { checkErased, isErased } from './erased.ts'
import { byProviderId, byRef, checkStatus, hasTwin, isForBot, rank } from './heard.ts'
import { checkMarks } from './marks.ts'
import { checkNumbers } from './numbers.ts'
import { isMessage, type MessageItem } from './records.ts'
import { allShown, checkViews, settled } from './views.ts'

/** What must hold when all is quiet. */
export async function checkEnd(clients: Client[]) {
  checkErased()
  checkThreads()
  checkArrivals()
  checkSends()
  checkMarks()
  await checkCounts(clients)
  checkAnswers()
  await checkHealth(clients)
  await checkNumbers(clients)
  for (const client of clients) await checkViews(client)
  const [admin] = clients
  if (admin) checkAmendments(await allShown(admin))
}

/** I6: numbers without holes, and nobody twice. */
function checkThreads() {
  const { records, violate } = world()
  const threads = Map.groupBy(records.messages(), ({ chatId }) => chatId)
  for (const { id, lastSeq } of records.chats()) {
    const seqs = (threads.get(id) ?? []).map(({ seq }) => seq).sort((a, b) => a - b)
    if (seqs.length !== lastSeq || seqs.some((seq, i) => seq !== i + 1))
      violate('I6', `${id}: seqs ${seqs.join(' ')} up to ${lastSeq}`)
  }
  for (const [id, keys] of records.byProviderId) {
    const present = byProviderId(id).filter(({ providerId }) => providerId === id)
    if (present.length > 1) violate('I1', `${id} is stored as ${[...keys].join(' and ')}`)
  }
}

/** I1: all that was said on the number is here, with its newest receipt. */
function checkArrivals() {
  const { provider, violate } = world()
  for (const { id, heard, ours } of provider.held) {
    const found = byProviderId(id).length
    if (isErased(id)) {
      if (found > 1) violate('I1', `${id} was erased, and is stored ${found} times`)
      continue
    }
    if (!ours && found !== 1) violate('I1', `${id} is stored ${found} times in the end`)
    if (heard) checkStatus(id, heard)
  }
}

const lifeOf = ({ chatId, key }: MessageItem) => world().seen.lives.get(`chat#${chatId} ${key}`)

/** What it said at first, and to whom: by this an echo is known. */
const said = (message: MessageItem) =>
  `${message.chatId} ${(lifeOf(message)?.text ?? message.text).trim()}`

/** I3 and its consequences: what left, left once, is known as sent, and nothing else is. */
function checkSends() {
  const { records, violate } = world()
  const own = records.messages().filter(({ sender }) => sender === 'bot' || sender === 'agent')
  // Where a person decided about words, nobody can tell any more which of them a late echo meant.
  const again = new Set(own.filter((message) => lifeOf(message)?.resends).map(said))
  const believed = new Set(own.filter((message) => lifeOf(message)?.believed).map(said))
  for (const [key, sends] of Map.groupBy(records.sends, (send) => send.key ?? '')) {
    const message = records.items.get(key)
    if (!isMessage(message)) continue
    const accepted = sends.filter((send) => send.accepted)
    const allowed = 1 + (lifeOf(message)?.resends ?? 0)
    if (accepted.length > allowed)
      violate('I3', `${key} went out ${accepted.length} times, ${allowed} allowed`)
    if (again.has(said(message))) continue
    for (const { accepted: id = '' } of accepted) {
      const named = byProviderId(id)
      // Of two with the same words the echo of one may have gone to the other: it may be on its way for
      // minutes, while crashes keep its message from learning its name.
      const isTwin = named.length === 0 && hasTwin(message, 10 * 60_000)
      const [found, ...more] = isTwin ? [byRef(id)] : named
      if (!found || more.length > 0 || found.sender === 'phone' || said(found) !== said(message))
        violate('I3', `${key} went out as ${id}, which is here ${found?.sender} and ${more.length}`)
    }
  }
  for (const message of own) {
    const { status, providerId, id } = message
    if (status === 'queued' || status === 'sending') violate('outbox', `${id} is still ${status}`)
    const isDecided = again.has(said(message)) || believed.has(said(message))
    if (rank(status) < rank('sent') || status === 'failed' || isDecided) continue
    if (!records.sends.some(({ accepted }) => accepted && accepted === providerId))
      violate('I3', `${id} is ${status} and never went out`)
  }
}

/** Whoever wrote to the bot last, and to nobody after it, was answered. */
function checkAnswers() {
  const { records, violate, seen } = world()
  for (const [chatId, messages] of Map.groupBy(records.messages(), (message) => message.chatId)) {
    const asked = messages.filter(isForBot).toSorted((a, b) => b.seq - a.seq)[0]
    // What was taken back needs no answer.
    if (!asked || asked.deletedAt) continue
    const storedAt = seen.lives.get(`chat#${chatId} ${asked.key}`)?.madeAt ?? 0
    if ((seen.takenOverAt.get(chatId) ?? 0) > storedAt) continue
    if (!messages.some(({ sender, seq }) => sender === 'bot' && seq > asked.seq))
      violate('answer', `${asked.id} "${asked.text}" was never answered`)
  }
}

/** I10: what lies in a dead-letter queue or is parked is shown to an admin. */
async function checkHealth([admin]: Client[]) {
  const { queues, records, violate } = world()
  if (!admin) return
  const { queues: shown, parked: count } = await settled(admin.call(contract.health, {}))
  const { items } = await settled(admin.call(contract.listParked, { limit: 100 }))
  const dead = { bot: queues.depth('bot-dlq'), outbound: queues.depth('outbound-dlq') }
  if (shown.bot.failed !== dead.bot || shown.outbound.failed !== dead.outbound)
    violate('I10', `dead are ${JSON.stringify(dead)}, shown are ${JSON.stringify(shown)}`)
  const kept = [...records.items.values()].filter(({ pk }) => String(pk).startsWith('parked#'))
  if (count !== kept.length || items.length !== kept.length)
    violate('I10', `${kept.length} are parked, ${count} counted, ${items.length} listed`)
}
