import { contract } from '../../../shared/contract.ts'
import { messagesOf, newestSeqOf } from '../../../web/src/inbox/select.ts'
import type { Random } from '../time/random.ts'
import { world } from '../world.ts'
import { type Cast, fresh } from './cast.ts'
import type { Client } from './client.ts'

const later = (ms: number, act: () => void) => void world().clock.in(ms, act)
const anyone = ({ agents, admins }: Cast) => world().random.pick([...agents, ...admins])

/** A chat on somebody's screen, if there is one. */
function chatSeenBy({ browser }: Client) {
  const chats = Object.values(browser.inbox.chats)
  return chats.length > 0 ? world().random.pick(chats) : undefined
}

/** Mostly unlike any other; now and then words that were said before. */
const answerText = () => (world().random.chance(0.8) ? fresh('Baik kak, nomor') : 'Baik kak')

async function onChat(
  client: Client,
  act: (chatId: string, chat: { assigneeId: string | null; lastSeq: number }) => unknown,
) {
  const chat = chatSeenBy(client)
  if (chat) await act(chat.id, chat)
}

/** What the team does before the app. */
export const teamActs = {
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
  /** For the team alone; now and then in the very words that are said to the customer. */
  note: (cast: Cast) => {
    const client = anyone(cast)
    const text = world().random.chance(0.7) ? fresh('Catatan') : 'Baik kak'
    return onChat(client, (chatId) => client.note(chatId, text))
  },
  handOver: ({ admins, agents }: Cast) => {
    const { random } = world()
    const client = random.pick(admins)
    const to = random.chance(0.3) ? null : random.pick(agents).browser.user.id
    return onChat(client, (chatId, { assigneeId }) =>
      client.handOver({ chatId, assigneeId }, to, fresh('Titip ya')),
    )
  },
  /** Somebody opens a chat, or leaves it. */
  view: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, (chatId) => client.view(world().random.chance(0.8) ? chatId : null))
  },
  rename: (cast: Cast) => {
    const client = anyone(cast)
    return onChat(client, (chatId) => client.change({ chatId, customer: { name: fresh('Bu') } }))
  },
  /** Somebody decides about a message that failed or is in doubt. */
  resolve: (cast: Cast) => {
    const client = anyone(cast)
    const { random } = world()
    const doubtful = Object.values(client.browser.inbox.threads)
      .flatMap(({ messages }) => Object.values(messages))
      .filter(({ status }) => status === 'unknown' || status === 'failed')
    if (doubtful.length === 0) return
    const { id, chatId, status } = random.pick(doubtful)
    const as = random.pick(['sent', 'resend', 'resend', 'drop'] as const)
    // What certainly failed is as well written anew.
    return status === 'failed' && as === 'sent'
      ? client.write(chatId, fresh('Maaf kak, maksudnya'), id)
      : client.resolve(id, as)
  },
  focus: (cast: Cast) => anyone(cast).catchUp(),
  cut: (cast: Cast) => {
    if (world().random.chance(world().faults.rates.socketCut ?? 0)) anyone(cast).cut()
  },
  /** Something is done to a message that somebody of the team sees. */
  amend: (cast: Cast) => {
    const { random } = world()
    const client = anyone(cast)
    const seen = Object.values(client.browser.inbox.threads).flatMap(({ messages }) =>
      Object.values(messages),
    )
    if (seen.length === 0) return
    const { chatId, id } = random.pick(seen)
    const own = seen.findLast(({ sender }) => sender === 'agent' || sender === 'bot')
    if (!own || random.chance(0.4)) return client.react(chatId, id, random.pick(['🙏', '👍', '']))
    return random.chance(0.6)
      ? client.edit(own.chatId, own.id, fresh('Maksud kami'))
      : client.erase(own.chatId, own.id)
  },
}

/** Somebody wants a chat looked at again. */
export function unread(cast: Cast, chance: Random) {
  const client = chance.pick([...cast.agents, ...cast.admins])
  const chats = Object.keys(client.browser.inbox.chats)
  return chats.length > 0 ? client.markUnread(chance.pick(chats)) : undefined
}

/** A customer asks to be erased. */
export function forget({ admins: [admin] }: Cast, chance: Random) {
  const chats = Object.keys(admin?.browser.inbox.chats ?? {})
  return chats.length > 0 ? admin?.forget(chance.pick(chats)) : undefined
}

/** The shop decides whether agents see what nobody has. */
export async function decide({ admins: [admin] }: Cast, agentsSeeUnassigned: boolean) {
  const { seen, clock } = world()
  seen.decidedAt = clock.now
  await admin?.call(contract.changeSettings, { agentsSeeUnassigned })
}
