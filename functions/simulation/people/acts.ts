import { messagesOf, newestSeqOf } from '../../../web/src/inbox/select.ts'
import { world } from '../world.ts'
import type { Client } from './browser.ts'

/** Whom a story is about. */
export interface Cast {
  customers: Customer[]
  agents: Client[]
  admins: Client[]
}
export interface Customer {
  chat: string
  name: string
  phone: string
  /** May manage chats by message. */
  manages: boolean
}

const words = [
  'halo',
  'halo',
  'berapa harga kaos?',
  'jam buka?',
  'ok',
  'terima kasih',
  'masih ada stok?',
  'hello, where are you?',
  'kirim ke Bandung bisa?',
]
const later = (ms: number, act: () => void) => void world().clock.in(ms, act)
const anyone = ({ agents, admins }: Cast) => world().random.pick([...agents, ...admins])

/** A chat on somebody's screen, if there is one. */
function chatSeenBy({ browser }: Client) {
  const chats = Object.values(browser.inbox.chats)
  return chats.length > 0 ? world().random.pick(chats) : undefined
}

let told = 0
export const restartTexts = () => {
  told = 0
}
/** Mostly unlike any other; now and then words that were said before. */
const answerText = () => (world().random.chance(0.8) ? `Baik kak, nomor ${++told}` : 'Baik kak')

const say = ({ chat, name }: Customer, body: string, agoS = 0) =>
  world().provider.say({ chat, name, body, agoS })

async function onChat(
  client: Client,
  act: (chatId: string, chat: { assigneeId: string | null; lastSeq: number }) => unknown,
) {
  const chat = chatSeenBy(client)
  if (chat) await act(chat.id, chat)
}

/** Everything people do, each at one moment of a story. */
export const acts = {
  /** Several texts in a few seconds, some with the same words. */
  burst: ({ customers }: Cast) => {
    const { random } = world()
    const customer = random.pick(customers)
    for (let i = random.whole(1, 4), at = 0; i > 0; i--, at += random.between(0, 2_500))
      later(at, () => say(customer, random.pick(words)))
  },
  /** Many at once, within one second. */
  rush: ({ customers }: Cast) => {
    const { random } = world()
    const customer = random.pick(customers)
    for (let i = random.whole(2, 5); i > 0; i--) say(customer, random.pick(words))
  },
  wantsPerson: ({ customers }: Cast) =>
    say(
      world().random.pick(customers),
      world().random.pick(['admin', 'saya mau bicara dengan orang']),
    ),
  wantsBot: ({ customers }: Cast) => say(world().random.pick(customers), 'bot'),
  /** Written while we were away, delivered only now. */
  backlog: ({ customers }: Cast) => {
    const { random } = world()
    const customer = random.pick(customers)
    for (let i = random.whole(1, 3); i > 0; i--)
      say(customer, random.pick(words), random.whole(60, 3_600))
  },
  command: ({ customers }: Cast) => {
    const { random } = world()
    const admin = customers.find(({ manages }) => manages)
    const { phone } = random.pick(customers)
    const modes = ['bot', 'agent', 'paused', 'closed']
    if (admin)
      say(
        admin,
        random.pick(['/list', '/help', `/close ${phone}`, `/mode ${phone} ${random.pick(modes)}`]),
      )
  },
  /** Nobody can read it. */
  garbage: () => {
    const { random, provider } = world()
    const mark = `mark-${++told}`
    const body = random.pick([
      `not json ${mark}`,
      JSON.stringify({ wonders: [mark] }),
      JSON.stringify({ messages: [{ id: mark, type: 'text' }] }),
    ])
    provider.deliveries.post(body, { parked: mark })
  },
  /** The owner answers on the phone. */
  phone: ({ customers }: Cast) =>
    world().provider.say({
      chat: world().random.pick(customers).chat,
      body: `Dari HP ${++told}`,
      fromMe: true,
    }),
  /** Another program on the same number. */
  program: ({ customers }: Cast) =>
    world().provider.say({
      chat: world().random.pick(customers).chat,
      body: `Promo ${++told}`,
      fromMe: true,
      source: 'api',
    }),
  /** The owner looks at a chat on the phone. */
  phoneReads: ({ customers }: Cast) => {
    const { provider, random } = world()
    const { chat } = random.pick(customers)
    const newest = provider.held.findLast((message) => message.chat === chat && !message.fromMe)
    if (newest) provider.status(newest, 'read')
  },
  logOut: () => {
    const { provider, random, faults } = world()
    if (provider.loggedOut || !random.chance(faults.rates.loggedOut ?? 0)) return
    provider.logOut(true)
    later(random.between(10_000, 240_000), () => provider.logOut(false))
  },
  look: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, async (chatId) => {
      await client.loadThread(chatId)
      const newest = newestSeqOf(messagesOf(client.browser.inbox, chatId))
      if (world().random.chance(0.7)) await client.markRead(chatId, newest)
    })
  },
  /** Whatever a broken page may ask for. */
  readBeyond: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, (chatId, { lastSeq }) =>
      client.markRead(chatId, lastSeq + world().random.whole(1, 5)),
    )
  },
  claim: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, (chatId) => client.claim(chatId))
  },
  /** Several reach for the same chat. */
  race: ({ agents, admins }: Cast) => {
    const clients = [...agents, ...admins]
    const first = world().random.pick(clients)
    const chat = chatSeenBy(first)
    if (chat) return Promise.all(clients.map((client) => client.claim(chat.id)))
  },
  reply: (cast: Cast) => {
    const { random } = world()
    const client = anyone(cast)
    return onChat(client, async (chatId) => {
      if (!client.browser.opened.has(chatId)) await client.loadThread(chatId)
      for (let i = random.whole(1, 3), at = 0; i > 0; i--, at += random.between(0, 1_500))
        later(at, () => void client.write(chatId, answerText()))
    })
  },
  tryAgain: (cast: Cast) => {
    for (const { browser, retry } of [...cast.agents, ...cast.admins])
      for (const draft of Object.values(browser.inbox.outbox)) if (draft.problem) void retry(draft)
  },
  mode: (cast: Cast) => {
    const client = anyone(cast)
    const mode = world().random.pick(['bot', 'bot', 'agent', 'paused', 'closed'] as const)
    return onChat(client, (chatId) => client.change({ chatId, mode }))
  },
  assign: ({ admins, agents }: Cast) => {
    const { random } = world()
    const client = random.pick(admins)
    const assigneeId = random.chance(0.4) ? null : random.pick(agents).browser.user.id
    return onChat(client, (chatId, { assigneeId: expectedAssigneeId }) =>
      client.change({ chatId, assigneeId, expectedAssigneeId }),
    )
  },
  rename: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, (chatId) => client.change({ chatId, customer: { name: `Bu ${++told}` } }))
  },
  /** Somebody decides about a message that failed or is in doubt. */
  resolve: (cast: Cast) => {
    const client = anyone(cast)
    const { random } = world()
    const doubtful = Object.values(client.browser.inbox.threads)
      .flatMap(({ messages }) => Object.values(messages))
      .filter(({ status }) => status === 'unknown' || status === 'failed')
    if (doubtful.length > 0)
      return client.resolve(random.pick(doubtful).id, random.chance(0.5) ? 'sent' : 'resend')
  },
  focus: (cast: Cast) => anyone(cast).catchUp(),
  cut: (cast: Cast) => {
    if (world().random.chance(world().faults.rates.socketCut ?? 0)) anyone(cast).cut()
  },
}

export type Act = keyof typeof acts
