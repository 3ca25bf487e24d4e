import type * as z from 'zod/mini'
import { contract } from '../../../shared/contract.ts'
import { InboxEvent, type SocketAction, socketProtocol } from '../../../shared/events.ts'
import type { Route } from '../../../shared/route.ts'
import type { User } from '../../../shared/user.ts'
import { codeOf } from '../../../web/src/api-error.ts'
import { apply, emptyInbox, type Inbox } from '../../../web/src/inbox/apply.ts'
import { applyNewest, applyOlder } from '../../../web/src/inbox/apply-page.ts'
import { type Invocation, invoke } from '../invocation.ts'
import { world } from '../world.ts'
import { type Api, callAs } from './api.ts'
import { tokenOf } from './tokens.ts'

type Socket = (event: never) => Promise<unknown>

export interface Handlers {
  api: Api
  socket: Socket
}

/** The web app of one person, without its screen: the same state, changed by the same pure functions. */
export interface Browser {
  user: User
  inbox: Inbox
  opened: Set<string>
  connectionId: string | undefined
  synced: { at: string; sightRev: number } | undefined
}

/** News may become visible a little after its time stamp, as in web/src/inbox/resync.ts. */
const overlapMs = 60_000
const patienceMs = 30_000

const viewingOf = (chatId: string | null) =>
  JSON.stringify({ action: 'viewing', chatId } satisfies SocketAction)

let connections = 0
export const restartConnections = () => {
  connections = 0
}

/** Opens the app: it keeps a socket open, and catches up after every gap in the news. */
export function openPage(user: User, { api, socket }: Handlers) {
  const browser: Browser = {
    user,
    inbox: emptyInbox,
    opened: new Set(),
    connectionId: undefined,
    synced: undefined,
  }
  const receive = (event: InboxEvent) => {
    browser.inbox = apply(browser.inbox, event)
  }
  const call = <Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
    route: Route<Input, Output>,
    input: z.input<Input>,
    prepare?: (invocation: Invocation) => void,
  ) => callAs(api, user, route, input, prepare)

  function hear(frame: string) {
    const event = InboxEvent.safeParse(JSON.parse(frame))
    if (!event.success) return world().violate('contract', `a frame nobody can read: ${frame}`)
    receive(event.data)
    if (event.data.type === 'settings.changed') lookAgain()
  }

  /** As in web/src/inbox/start.ts. */
  function lookAgain() {
    const look = () => void resync().catch(() => undefined)
    look()
    world().clock.in(10_000, look)
  }

  /** Tells who is looked at, as far as there is a socket. */
  async function view(chatId: string | null): Promise<void> {
    const { connectionId } = browser
    if (!connectionId) return
    const said = { ...socketEvent('viewing', connectionId), body: viewingOf(chatId) }
    await invoke('socket', 10_000, () => socket(said as never))
  }

  const socketEvent = (routeKey: string, connectionId: string) =>
    ({
      headers: { 'Sec-WebSocket-Protocol': `${socketProtocol}, ${tokenOf(user)}` },
      requestContext: { routeKey, connectionId },
    }) as object

  async function connect(): Promise<void> {
    const { sockets, clock, random } = world()
    const id = `${user.username}-${++connections}`
    const ended = await invoke('socket', 10_000, () => socket(socketEvent('$connect', id) as never))
    const { statusCode } = (ended.is === 'answered' ? ended.answer : {}) as { statusCode?: number }
    if (statusCode !== 200) {
      await resync().catch(() => undefined)
      clock.in(random.between(100, patienceMs), () => void connect())
      return
    }
    browser.connectionId = id
    sockets.open(id, user, { hear })
    await catchUp()
  }

  async function over() {
    const { clock, random } = world()
    browser.connectionId = undefined
    clock.in(random.between(100, 5_000), () => void connect())
  }

  /** The connection ends; the server may hear of it, or only find out when it pushes. */
  function cut() {
    const { sockets, random } = world()
    const id = browser.connectionId
    if (!id) return
    sockets.close(id)
    if (random.chance(0.6))
      void invoke('socket', 10_000, () => socket(socketEvent('$disconnect', id) as never))
    void over()
  }

  async function resync(): Promise<void> {
    const { synced } = browser
    const since = synced && new Date(Date.parse(synced.at) - overlapMs).toISOString()
    let sightRev = await fetchChats(since)
    if (since && sightRev !== synced.sightRev) sightRev = await fetchChats()
    const known = Object.values(browser.inbox.chats).map(({ updatedAt }) => updatedAt)
    const at = known
      .concat(synced?.at ?? '')
      .sort()
      .at(-1)
    browser.synced = { at: at || new Date(0).toISOString(), sightRev }
    await Promise.all(
      [...browser.opened].map((chatId) => loadThread(chatId).catch(() => undefined)),
    )
  }

  async function fetchChats(since?: string): Promise<number> {
    let cursor: string | undefined
    for (;;) {
      const page = await call(contract.listChats, { since, cursor, limit: since ? 100 : 50 })
      if (page.sight) receive({ type: 'settings.changed', sight: page.sight })
      for (const chat of page.items) receive({ type: 'chat.changed', chat })
      for (const gone of page.hidden ?? []) receive({ type: 'chat.hidden', ...gone })
      cursor = page.cursor ?? undefined
      if (!since || !cursor) return page.sight?.rev ?? 0
    }
  }

  async function catchUp(): Promise<void> {
    const id = browser.connectionId
    for (let attempt = 0; browser.connectionId === id && attempt < 20; attempt++) {
      const done = await resync().then(
        () => true,
        () => false,
      )
      if (done) return
      await new Promise<void>((again) => world().clock.in(1_000 * (attempt + 1), again))
    }
  }

  async function loadThread(chatId: string): Promise<void> {
    try {
      const page = await call(contract.getChat, { chatId })
      browser.opened.add(chatId)
      receive({ type: 'chat.changed', chat: page.chat })
      browser.inbox = applyNewest(browser.inbox, chatId, page)
    } catch (error) {
      const rev = browser.inbox.chats[chatId]?.rev ?? 0
      if (['not_found', 'forbidden'].includes(codeOf(error)))
        receive({ type: 'chat.hidden', chatId, rev })
      throw error
    }
  }

  async function loadOlder(chatId: string): Promise<void> {
    const before = browser.inbox.threads[chatId]?.cursor
    if (!before) return
    const { items: messages, cursor } = await call(contract.listMessages, { chatId, before })
    browser.inbox = applyOlder(browser.inbox, chatId, { messages, cursor })
  }

  return { browser, call, receive, connect, cut, view, resync, catchUp, loadThread, loadOlder }
}

export type Page = ReturnType<typeof openPage>
