import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda'
import { maySee } from '../shared/chat.ts'
import { SocketAction, socketProtocol } from '../shared/events.ts'
import * as announce from './domain/announce.ts'
import { viewersChanged } from './domain/announce-viewers.ts'
import type { ChatState } from './domain/chat/chat-state.ts'
import { findChat } from './domain/chat/store.ts'
import * as Connection from './domain/team/connection.ts'
import * as Settings from './domain/team/settings.ts'
import * as User from './domain/team/user.ts'
import * as Viewers from './domain/team/viewers.ts'
import { AppError } from './lib/errors.ts'
import { because } from './lib/invocation.ts'
import { log } from './lib/log.ts'
import { enqueueTyping } from './lib/queues.ts'
import { verify } from './lib/token.ts'

type Event = APIGatewayProxyWebsocketEventV2 & { headers?: Record<string, string | undefined> }

const headerIn = ({ headers = {} }: Event, name: string) =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/**
 * Browsers send the page's origin, other programs none. It is ours if the page came from the host that was
 * called, which the front door tells and no page can (infra/site-stack.ts). The token is what counts; this
 * only keeps other sites out.
 */
const isOurPage = (origin: string | undefined, host: string | undefined) =>
  !origin || URL.parse(origin)?.host === host

/** The token comes as the second subprotocol, since a URL would end up in logs. */
async function connect(event: Event): Promise<APIGatewayProxyResultV2> {
  const [protocol, token] = (headerIn(event, 'sec-websocket-protocol') ?? '').split(/,\s*/)
  if (protocol !== socketProtocol || !token) return { statusCode: 401 }
  if (!isOurPage(headerIn(event, 'origin'), headerIn(event, 'x-site-host')))
    return { statusCode: 403 }
  const claims = await verify(token)
  if (!claims) return { statusCode: 401 }
  try {
    const { id, name, role } = await User.whoIs(claims)
    const { connectionId } = event.requestContext
    await Connection.add({ id: connectionId, userId: id, name, role })
    return { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': socketProtocol } }
  } catch (error) {
    if (error instanceof AppError) return { statusCode: error.status }
    throw error
  }
}

async function typing(event: Event) {
  const action = SocketAction.safeParse(json(event.body))
  if (!action.success || action.data.action !== 'typing') return
  const [chat, connection, { agentsSeeUnassigned }] = await Promise.all([
    findChat(action.data.chatId),
    Connection.find(event.requestContext.connectionId),
    Settings.get(),
  ])
  if (!chat || !connection) return
  const { userId, role } = connection
  if (!maySee({ id: userId, role }, chat, agentsSeeUnassigned)) return
  await Promise.all([announce.typing(chat, connection), enqueueTyping(chat.id)])
}

/** Somebody opened a chat, still looks at it, or left it: whoever else looks there, or at the one before, hears of it. */
async function viewing(event: Event) {
  const action = SocketAction.safeParse(json(event.body))
  if (!action.success || action.data.action !== 'viewing') return
  const { connectionId } = event.requestContext
  const [chat, connection, { agentsSeeUnassigned }] = await Promise.all([
    action.data.chatId === null ? undefined : findChat(action.data.chatId),
    Connection.find(connectionId),
    Settings.get(),
  ])
  if (!connection) return
  const { userId, role } = connection
  const seen = chat && maySee({ id: userId, role }, chat, agentsSeeUnassigned) ? chat : undefined
  const before = await Viewers.view(connectionId, seen?.id ?? null)
  await tellViewers([seen, before?.viewing === seen?.id ? undefined : await left(before)])
}

/** The chat somebody looked at until now. */
const left = async (connection: Viewers.Viewer | undefined) =>
  connection?.viewing === undefined ? undefined : findChat(connection.viewing)

async function tellViewers(chats: (ChatState | undefined)[]) {
  const known = chats.filter((chat) => chat !== undefined)
  if (known.length > 0) await viewersChanged(known)
}

function json(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return undefined
  }
}

/** Who are you, who left, who types, who looks at what. Pings never get here (infra/realtime.ts answers them). */
export const handler = (event: Event) =>
  because(event.requestContext.requestId, () => answer(event))

async function answer(event: Event): Promise<APIGatewayProxyResultV2> {
  const { routeKey, connectionId } = event.requestContext
  switch (routeKey) {
    case '$connect': {
      const result = await connect(event)
      log('connect', { status: (result as { statusCode: number }).statusCode })
      return result
    }
    case '$disconnect':
      await tellViewers([await left(await Viewers.hungUp(connectionId))])
      return { statusCode: 200 }
    case 'viewing':
      await viewing(event)
      return { statusCode: 200 }
    case 'typing':
      await typing(event)
      return { statusCode: 200 }
    default:
      return { statusCode: 200 }
  }
}
