import type { ChatState } from '../../../functions/domain/chat/chat-state.ts'
import type { Random } from '../../../functions/simulation/time/random.ts'
import type { User } from '../../../shared/user.ts'
import type { Clock } from './play.ts'
import type { Fate, Person, Shop } from './shop.ts'
import { conversation, type Line } from './words.ts'

export interface Cast {
  shop: Shop
  clock: Clock
  random: Random
  team: User[]
  /** Whether the team closes chats. */
  closes: boolean
}

const fates: Fate[] = ['read', 'read', 'read', 'delivered', 'sent']
const cities = ['Bandung', 'Surabaya', 'Medan', 'Makassar', 'Denpasar']
const labels = [
  { name: 'Pelanggan lama', color: '#00a884' },
  { name: 'Reseller', color: '#7f66ff' },
  { name: 'Belum bayar', color: '#ffbc38' },
]

/** How far a conversation has come. */
function someOf(lines: Line[], { random }: Cast, short: boolean): Line[] {
  const answered = lines.findLastIndex(([who]) => who === 'bot') + 1
  // Now and then the bot had the last word.
  if (answered && random.chance(0.3)) return lines.slice(0, answered)
  const most = short && random.chance(0.9) ? 2 : lines.length
  return lines.slice(0, random.whole(1, most))
}

export interface Course {
  endMs: number
  /** Most of very many chats have only begun. */
  short: boolean
  /** Nobody waits for so long: it was answered and closed, most likely. */
  old: boolean
}

/** Plays a chat with one customer. */
export async function tellChat(cast: Cast, person: Person, { endMs, short, old }: Course) {
  const { shop, clock, random, team } = cast
  const agent = random.pick(team)
  const lines = someOf(conversation(random), cast, short)
  const waits = lines.map(() => random.whole(20, 600) * 1000)
  let now = endMs - waits.reduce((sum, ms) => sum + ms, 0)
  let chat: ChatState | undefined
  let asked = ''
  for (const [at, [who, text]] of lines.entries()) {
    now += waits[at] ?? 0
    clock.set(now)
    const fate = at === lines.length - 1 ? random.pick(fates) : 'read'
    if (who === 'customer') {
      const heard = await shop.hear(person, { text }, lines[at + 1]?.[0] === 'bot')
      chat = heard.chat
      asked = heard.message.id
    } else if (!chat) throw new Error('A customer begins')
    else if (who === 'bot') await shop.letBotAnswer(chat, asked, text, fate)
    else if (who === 'phone') await shop.typeOnPhone(person, text)
    else await shop.send(chat, agent, text, fate)
  }
  if (!chat) return
  await know(cast, chat, person, agent)
  if (cast.closes && old && random.chance(short ? 0.8 : 0.5)) {
    await shop.read(chat)
    await shop.change(chat, { mode: 'closed' }, agent)
  } else await leave(cast, chat, lines.at(-1)?.[0] === 'customer', agent)
}

/** What the shop knows of some customers. */
async function know(
  { shop, random }: Cast,
  chat: ChatState,
  { providerChatId }: Person,
  agent: User,
) {
  if (random.chance(0.15)) {
    const customer = {
      address: `Jl. Contoh No. ${random.whole(1, 90)}, ${random.pick(cities)}`,
      ...(random.chance(0.5) ? { email: `pelanggan${random.whole(1, 999)}@example.com` } : {}),
    }
    await shop.change(chat, { customer }, agent)
  }
  if (random.chance(0.1)) await shop.hearOfChat({ providerChatId, labels: [random.pick(labels)] })
}

/** What the team makes of a chat after the last word. */
async function leave(
  { shop, random, closes }: Cast,
  chat: ChatState,
  isCustomers: boolean,
  agent: User,
) {
  if (random.chance(isCustomers ? 0.35 : 0.9)) await shop.read(chat)
  // Whom the bot has not answered, a person is to answer.
  if (isCustomers && chat.mode === 'bot')
    await shop.change(
      chat,
      random.chance(0.5) ? { mode: 'agent' } : { assigneeId: agent.id },
      agent,
    )
  else if (closes && random.chance(0.15)) await shop.change(chat, { mode: 'closed' }, agent)
  else if (random.chance(0.12)) await shop.change(chat, { mode: 'paused' }, agent)
}

/** Plays a group in which several talk. */
export async function tellGroup(cast: Cast, group: Person, members: Person[], endMs: number) {
  const { shop, clock, random, team } = cast
  const participants = members.map(({ providerChatId, name, phone }, at) => ({
    id: providerChatId,
    name,
    phone,
    isAdmin: at === 0,
  }))
  const lines = conversation(random)
  let now = endMs - lines.length * 90_000
  for (const [who, text] of lines) {
    now += 90_000
    clock.set(now)
    const { name, phone } = random.pick(members)
    const said = { text, senderName: name, senderPhone: phone ?? undefined }
    const { chat } = await shop.hear(group, said)
    if (who === 'agent') {
      clock.set(now + 30_000)
      await shop.send(chat, random.pick(team), 'Siap, dicatat semuanya ya 🙏', 'read')
    }
  }
  const { providerChatId } = group
  await shop.hearOfMembers({ providerChatId, action: 'all', participants })
}
