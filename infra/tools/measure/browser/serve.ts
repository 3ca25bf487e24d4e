import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { generate } from 'selfsigned'
import { type WebSocket, WebSocketServer } from 'ws'
import { chatIdOf, messageView, viewOf } from '../../../../functions/domain/chat/chat-state.ts'
import { table } from '../../../../functions/lib/table.ts'
import { socketProtocol } from '../../../../shared/events.ts'
import { user } from '../../../../shared/example.ts'
import { numberOf } from '../../seed/names.ts'
import { openShop } from '../../seed/shop.ts'
import { tell } from '../../seed/story.ts'
import { createApi } from './api.ts'
import { siteAt } from './site.ts'

/** What the parent may ask of this process. */
export type Ask = { push: number; intoOpen: number }

const channelId = 'MANTIS-M72HC'
const cookie = 'balas=seed; HttpOnly; Secure; SameSite=Strict; Path=/api/session'
const variables = {
  TABLE_NAME: 'seed',
  AWS_REGION: 'us-east-1',
  BOT_QUEUE_URL: 'bot',
  BOT_DLQ_URL: 'bot-dlq',
  OUTBOUND_QUEUE_URL: 'outbound',
  OUTBOUND_DLQ_URL: 'outbound-dlq',
}
const admin = user({ id: 'admin-1', username: 'admin', name: 'Admin', role: 'admin' })
const team = [admin, user({ id: 'agent-1' })]

/**
 * A whole shop in one process: the site as CloudFront serves it, and behind it the real functions on a
 * table in memory, with so many chats. It is as fast as this machine, and waits for no local AWS.
 */
async function serve(site: string, chats: number, long: number) {
  Object.assign(process.env, variables)
  const known = team.map((member) => ({ ...member, pk: 'users', sk: `user#${member.id}` }))
  const wanted = { chats, long, from: 0, channelId, team, now: Date.now(), closes: false }
  const told = await tell(known, wanted)
  table.send = (async (command: never) => told.table.execute(command)) as never
  const file = await siteAt(site)
  const api = createApi(admin)
  const shop = openShop(channelId, 'push')

  // HTTP/2 for the site and the API, HTTP/1.1 for the sockets, as browsers talk to CloudFront.
  const { private: key, cert } = await generate()
  const server = createSecureServer({ allowHTTP1: true, key, cert })
  server.on('request', async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname.startsWith('/api/')) {
      const isSignedIn = (request.headers.cookie ?? '').includes('balas=')
      const { method = 'GET' } = request
      const asked = { method, url, body: await text(request.stream ?? request), isSignedIn }
      const { statusCode, body } = await api(asked)
      const headers = {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...(url.pathname === '/api/session' && { 'set-cookie': cookie }),
      }
      return response.writeHead(statusCode, headers).end(body)
    }
    const { status, headers, body } = file(url.pathname, String(request.headers['accept-encoding']))
    response.writeHead(status, headers).end(body)
  })
  const open = new Set<WebSocket>()
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => socketProtocol })
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (open) => sockets.emit('connection', open)),
  )
  sockets.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('message', () =>
      socket.send(JSON.stringify({ type: 'pong', at: String(Date.now()) })),
    )
  })

  const personAt = (at: number) => ({
    providerChatId: `${numberOf(at)}@s.whatsapp.net`,
    name: 'Sari',
    phone: `+${numberOf(at)}`,
  })

  /** Customers write; some of it into the newest chat, the rest all over the list. */
  async function push({ push: count, intoOpen }: Ask) {
    const frames: string[] = []
    for (let i = 0; i < count; i++) {
      const at = i < intoOpen ? 0 : 1 + ((i * 37) % (chats - 1))
      const { chat, message } = await shop.hear(personAt(at), {
        text: `Kabar ${i + 1} dari ${count}`,
      })
      const event = {
        type: 'message.changed',
        chat: viewOf(chat),
        message: messageView(message, chat),
      }
      frames.push(JSON.stringify(event))
    }
    for (const socket of open) for (const frame of frames) socket.send(frame)
  }
  process.on('message', (ask: Ask) => void push(ask).then(() => process.send?.('pushed')))

  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    const longChat = chatIdOf(channelId, personAt(0).providerChatId)
    process.send?.({ url: `https://127.0.0.1:${port}`, longChat })
  })
}

const [site = '', chats = '50', long = '50'] = process.argv.slice(2)
await serve(site, Number(chats), Number(long))
