import type { MessageState } from '../../../functions/domain/chat/chat-state.ts'
import type { Cast } from './chats.ts'
import { kinds } from './kinds.ts'
import type { Fate, Person } from './shop.ts'
import { conversation } from './words.ts'

const stepMs = 7 * 60_000
/** What becomes of two of our last messages. */
const troublesOf = (): Fate[] => [
  { is: 'failed', code: 'not_on_whatsapp', message: 'This number is not on WhatsApp' },
  { is: 'unknown', code: 'timeout', message: 'WhatsApp did not answer in time' },
]
const emojis = ['👍', '❤️', '😂', '🙏', '😮']

/** Plays a chat of exactly so many messages, with everything in it that a message can be. */
export async function tellLongChat(cast: Cast, person: Person, count: number, endMs: number) {
  const { shop, clock, random, team } = cast
  const agent = random.pick(team)
  let now = endMs - count * stepMs
  let said = 0
  let last: MessageState | undefined
  const troubles = troublesOf()

  async function hear(fields: Parameters<typeof shop.hear>[1]) {
    now += stepMs
    clock.set(now)
    const quoted =
      last && said % 10 === 3
        ? { id: last.id, text: last.text.slice(0, 200), kind: last.kind }
        : undefined
    const { chat, message } = await shop.hear(person, { quoted, ...fields })
    said++
    if (said % 25 === 4)
      await shop.amend(message, person, { kind: 'reaction', emoji: random.pick(emojis) })
    if (said % 60 === 7 && message.kind === 'text')
      await shop.amend(message, person, {
        kind: 'edit',
        text: `${message.text} (maaf salah ketik)`,
      })
    if (said % 90 === 11) await shop.amend(message, person, { kind: 'deletion' })
    last = message
    return chat
  }

  for (let turn = 0; said < count; turn++) {
    let chat = await hear(kinds[turn % kinds.length] ?? {})
    for (const [who, text] of conversation(random)) {
      if (said >= count) break
      if (who === 'customer') chat = await hear({ text })
      else {
        now += stepMs
        clock.set(now)
        said++
        if (who === 'phone') await shop.typeOnPhone(person, text)
        else if (said > count - 24 && troubles.length)
          await shop.send(chat, agent, text, troubles.shift() ?? 'read')
        else
          last = await shop.send(chat, agent, text, 'read', said % 8 === 2 ? last?.id : undefined)
      }
    }
  }
}
