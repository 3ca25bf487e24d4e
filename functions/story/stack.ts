import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chat } from '../../shared/chat.ts'
import type { Session } from '../../shared/contract/session.ts'
import type { InboxEvent } from '../../shared/events.ts'
import type { Message } from '../../shared/message.ts'

interface Outputs {
  url: string
  webhookUrl: string
  /** The number that may give commands. */
  admins: string
  aws: { endpoint: string; region: string }
  stack: Record<string, string>
  webhookSecretHeader: { name: string; value: string }
  channelId: string
  wsUrl: string
  whapiUrl: string
  whapiToken: string
  users: { username: string; password: string; role: string }[]
}

const path = process.env.BALAS_OUTPUTS ?? '.local/outputs.json'

/** What `npm start` wrote when the stack was ready. */
export const outputs: Outputs = JSON.parse(readFileSync(path, 'utf8'))

/** Where the stack keeps what is its own. */
export const stateDir = dirname(path)

/** A number nobody has, new for each story. */
export const newNumber = () => `62812${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`

/** A call to the provider; `status` is null while, and if, it was never answered. */
export interface Call {
  status: number | null
  body?: { to?: string; body?: string }
}

export interface Reply<Body> {
  status: number
  body: Body
  headers: Headers
}

export async function request<Body>(
  url: string,
  {
    method = 'GET',
    body,
    headers = {},
  }: { method?: string; body?: unknown; headers?: object } = {},
): Promise<Reply<Body>> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text
  return { status: response.status, body: parsed, headers: response.headers }
}

/** The simulated WhatsApp, steered like a test double. */
export const sim = {
  write: async (from: string, text: string, name = 'Sari W') =>
    (await post<{ message: { id: string } }>('messages', { from, text, name })).body.message,
  typeOnPhone: (to: string, text: string) => post('phone-messages', { to, text }),
  redeliver: (messageId: string, times: number) =>
    post('redeliver', { messageId, times, concurrent: true }),
  deliver: (fields: object) => post<{ statuses: number[] }>('deliver', fields),
  sentTo: async (number: string) =>
    (
      await request<{ sent: { id: string; text?: { body: string } }[] }>(
        `${outputs.whapiUrl}/sim/sent?to=${number}`,
      )
    ).body.sent,
  faults: (faults: object) =>
    request(`${outputs.whapiUrl}/sim/faults`, { method: 'PUT', body: faults }),
  settings: (settings: object) =>
    request(`${outputs.whapiUrl}/sim/settings`, { method: 'PUT', body: settings }),
  /** The channel's own settings, as its owner changes them at the provider. */
  channel: (body: object) => {
    const headers = { authorization: `Bearer ${outputs.whapiToken}` }
    return request(`${outputs.whapiUrl}/settings`, { method: 'PATCH', body, headers })
  },
  /** Nothing goes wrong any more, but that the model is out: so the bot gives its prepared answers. */
  calm: async () => {
    await request(`${outputs.whapiUrl}/sim/faults`, { method: 'DELETE' })
    await sim.faults({ openai: { status: 500 } })
  },
  calls: async () =>
    (await request<{ calls: Call[] }>(`${outputs.whapiUrl}/sim/calls?sends=true`)).body.calls,
  idle: () => post('idle', { timeoutMs: 20_000 }),
  /** Any kind of message, with a sample of its content if none is given. */
  say: async (from: string, fields: object = {}) =>
    (await post<{ message: Told }>('messages', { from, name: 'Sari W', ...fields })).body.message,
  /** Reacts, edits, deletes, votes; without `from` it is done on the shop's phone. */
  act: (fields: object) => post('actions', fields),
  /** Any other of its controls; `GET /sim` lists them. */
  steer: <Body = unknown>(line: `${string} ${string}`, body?: object) => {
    const [method, path] = line.split(' ')
    return request<Body>(`${outputs.whapiUrl}/sim/${path}`, { method, body })
  },
}

/** A message in WhatsApp's words. */
export interface Told {
  id: string
  chat_id: string
  from: string
  timestamp: number
}

const post = <Body>(path: string, body: unknown) =>
  request<Body>(`${outputs.whapiUrl}/sim/${path}`, { method: 'POST', body })

/** Somebody who is signed in. */
export class Member {
  readonly session: Session

  constructor(session: Session) {
    this.session = session
  }

  call<Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const headers = { authorization: `Bearer ${this.session.accessToken}` }
    return request(`${outputs.url}/api${path}`, { method, body, headers })
  }

  async chats(query = ''): Promise<Chat[]> {
    return (await this.call<{ items: Chat[] }>('GET', `/chats?limit=100&${query}`)).body.items
  }

  /** The chat of a number, as soon as it is there and as wanted. */
  chatOf(number: string, wanted: (chat: Chat) => boolean = () => true): Promise<Chat> {
    const isOf = ({ customer }: Chat) =>
      customer.phone?.includes(number) || customer.name.includes(number)
    // Among the newest, not by a search: that reads what was said in many chats each time.
    return eventually(async () => (await this.chats()).find((chat) => isOf(chat) && wanted(chat)))
  }

  async thread(chatId: string): Promise<Message[]> {
    return (await this.call<{ messages: Message[] }>('GET', `/chats/${chatId}`)).body.messages
  }

  send(chatId: string, text: string, id: string) {
    return this.call<Message>('POST', '/chats/messages', { id, chatId, text })
  }

  patch(chatId: string, patch: object) {
    return this.call<{ chat: Chat }>('PATCH', `/chats/${chatId}`, patch)
  }

  /** Listens as a browser does. */
  async listen(): Promise<Listener> {
    const socket = new WebSocket(outputs.wsUrl, ['balas.v1', this.session.accessToken])
    const events: InboxEvent[] = []
    socket.addEventListener('message', ({ data }) => events.push(JSON.parse(data)))
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve())
      socket.addEventListener('error', () => reject(new Error('The socket did not open')))
    })
    return { socket, events }
  }
}

export interface Listener {
  socket: WebSocket
  events: InboxEvent[]
}

export const signIn = (username: string, password: string) =>
  request<Session>(`${outputs.url}/api/session`, { method: 'POST', body: { username, password } })

export async function member(role: 'admin' | 'agent'): Promise<Member> {
  const user = outputs.users.find((known) => known.role === role)
  if (!user) throw new Error(`There is no demo ${role}`)
  return new Member((await signIn(user.username, user.password)).body)
}

/** A new agent, entered by the admin. */
export async function newAgent(admin: Member, name = 'Ayu'): Promise<Member> {
  const username = `agent-${crypto.randomUUID().slice(0, 8)}`
  const password = 'rahasia-123'
  await admin.call('POST', '/users', { username, password, name, role: 'agent' })
  return new Member((await signIn(username, password)).body)
}

/** Asks again until there is an answer; what never comes fails the test by its own time-out. */
export async function eventually<Found>(
  look: () => Promise<Found | undefined> | Found | undefined,
  pauseMs = 100,
): Promise<Found> {
  for (;;) {
    const found = await look()
    if (found) return found
    await sleep(pauseMs)
  }
}
