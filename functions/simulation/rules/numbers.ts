import { isDeepStrictEqual } from 'node:util'
import { contract } from '../../../shared/contract.ts'
import type { Client } from '../people/client.ts'
import { world } from '../world.ts'
import { isNote } from './notes.ts'
import { type Item, isChat, isMessage, type MessageItem, type Write } from './records.ts'
import { settled } from './views.ts'

const hourMs = 3_600_000

/** The shop of the simulation stands in Jakarta. */
const dayOf = (time: number) => new Date(time + 7 * hourMs).toISOString().slice(0, 10)

const isSaid = (message: MessageItem) => !isNote(message) && message.kind !== 'system'
const isHuman = ({ sender }: MessageItem) => sender === 'agent' || sender === 'phone'

/** What the team's answers must say, learnt by watching who waited when they were written. */
interface Expected {
  chatId: string
  ms: number
  first: boolean
}

/** Watches human answers as they are stored. */
export function createAnswers() {
  const expected = new Map<string, Expected>()
  const answered = new Set<string>()
  return {
    expected,
    /** Those of customers who were erased since; of them nobody can say any more whose they were. */
    nameless: [] as Pick<Expected, 'ms' | 'first'>[],
    forget(chatId: string) {
      answered.delete(chatId)
      for (const [id, { chatId: its, ms, first }] of expected)
        if (its === chatId) {
          this.nameless.push({ ms, first })
          expected.delete(id)
        }
    },
    note({ versions }: Write) {
      const chat = versions.find(({ after }) => isChat(after))
      const message = versions.find(({ before, after }) => !before && isMessage(after))?.after
      const [before, after] = [chat?.before, chat?.after]
      if (!isChat(after)) return
      const isBack = isChat(before) && before.mode === 'closed' && after.mode !== 'closed'
      if (isBack && isMessage(message) && message.sender === 'customer') answered.delete(after.id)
      if (!isMessage(message) || !isHuman(message) || isNote(message)) return
      const since = before?.waitingSince
      if (typeof since !== 'string' || after.waitingSince) return
      const ms = Math.max(0, Date.parse(message.sentAt) - Date.parse(since))
      expected.set(message.id, { chatId: after.id, ms, first: !answered.has(after.id) })
      answered.add(after.id)
    },
  }
}

/** The numbers of each day are what the stored messages say, hour by hour, and each answer is there once. */
export async function checkNumbers([admin]: Client[]) {
  const { records, seen, violate } = world()
  if (!admin) return
  const said = [...records.messages(), ...seen.erased.messages].filter(isSaid)
  for (const [day, messages] of Map.groupBy(said, ({ sentAt }) => dayOf(Date.parse(sentAt)))) {
    const shown = await settled(admin.call(contract.numbers, { day }))
    for (const { at, messages: told } of shown.hours) {
      const from = Date.parse(at)
      const its = messages.filter(
        ({ sentAt }) => Math.floor((Date.parse(sentAt) - from) / hourMs) === 0,
      )
      const ought = {
        customer: 0,
        bot: 0,
        agent: 0,
        phone: 0,
        ...countBy(its, ({ sender }) => sender),
      }
      if (!isDeepStrictEqual(told, ought))
        violate('numbers', `${at}: told ${JSON.stringify(told)}, true is ${JSON.stringify(ought)}`)
    }
    // A chat that began anew before the erasing came to its end may count as one with the one before.
    const chats = new Set(messages.map(({ chatId }) => chatId)).size
    const fewest = new Set(messages.map(({ chatId }) => chatId.split(' ')[0])).size
    if (shown.chats.active > chats || shown.chats.active < fewest)
      violate('numbers', `${day}: told ${shown.chats.active} chats, true is ${chats}`)
    const byUser = countBy(
      messages.filter(({ userId }) => userId),
      ({ userId }) => String(userId),
    )
    const told = Object.fromEntries(
      shown.agents.flatMap(({ userId, messages: count }) =>
        userId && count ? [[userId, count]] : [],
      ),
    )
    if (!isDeepStrictEqual(told, byUser))
      violate('numbers', `${day}: told ${JSON.stringify(told)}, true is ${JSON.stringify(byUser)}`)
  }
  checkAnswerRows()
}

const countBy = (messages: MessageItem[], nameOf: (message: MessageItem) => string) =>
  Object.fromEntries([...Map.groupBy(messages, nameOf)].map(([name, its]) => [name, its.length]))

function checkAnswerRows() {
  const { records, seen, violate } = world()
  const all = [...records.items.values()].filter(({ pk }) => String(pk).startsWith('answers#'))
  for (const [id, its] of Map.groupBy(all, ({ messageId }) => String(messageId)))
    if (its.length > 1) violate('numbers', `${id} is ${its.length} answers`)
  const isNameless = ({ chatId }: Item) => String(chatId).startsWith('erased-')
  // What was answered again before the erasing came to its end may have lost its name as well.
  const { expected, nameless } = seen.answers
  const rows = all.filter((row) => !isNameless(row))
  const named = new Map(rows.map((row) => [String(row.messageId), row]))
  const missing = [...expected].filter(
    ([id, { chatId }]) => !named.has(id) && seen.erased.endedAt.has(chatId),
  )
  const told = all.filter(isNameless).map(inShort).sort()
  const ought = [...nameless, ...missing.map(([, answer]) => answer)].map(inShort).sort()
  if (!isDeepStrictEqual(told, ought))
    violate('numbers', `nameless answers are ${told.join(' ')}, not ${ought.join(' ')}`)
  const unnamed = new Set(missing.map(([id]) => id))
  for (const id of new Set([...named.keys(), ...expected.keys()])) {
    if (unnamed.has(id)) continue
    const { chatId, ms, first } = named.get(id) ?? {}
    const [is, wanted] = [{ chatId, ms, first }, expected.get(id)]
    if (!isDeepStrictEqual(is, wanted))
      violate('numbers', `answer ${id} is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`)
  }
  for (const row of rows) checkWaited(row)
}

const inShort = ({ ms, first }: Item) => `${ms} ${first}`

/** Somebody wrote when it says, and no person did between that and the answer. */
function checkWaited({ messageId, chatId, at, ms }: Record<string, unknown>) {
  const { records, violate } = world()
  const thread = records.messages().filter((message) => message.chatId === chatId)
  const answer = thread.find(({ id }) => id === messageId)
  if (!answer || !isHuman(answer)) return violate('numbers', `${messageId} answers nobody`)
  if (ms === 0) return
  // Of those written within the same second, the last: WhatsApp tells no time more exactly.
  const asked = thread
    .filter(
      ({ sender, sentAt, seq }) =>
        sender === 'customer' &&
        seq < answer.seq &&
        Date.parse(sentAt) === Date.parse(String(at)) - Number(ms),
    )
    .sort((a, b) => b.seq - a.seq)[0]
  if (!asked) return violate('numbers', `${messageId}: nobody wrote ${ms} ms before it`)
  const between = thread.find(
    (one) => one.sender === 'agent' && !isNote(one) && one.seq > asked.seq && one.seq < answer.seq,
  )
  if (between) violate('numbers', `${messageId} answers ${asked.id} after ${between.id} did`)
}
