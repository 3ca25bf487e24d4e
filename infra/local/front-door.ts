import type { ClientRequest, IncomingMessage } from 'node:http'
import { createServer, type ProxyOptions } from 'vite'
import { socketProtocol } from '../../shared/events.ts'
import type { Deployed } from './outputs.ts'

/** AWS tells the browser which subprotocol was chosen, the engine does not; browsers then hang up. */
function chooseProtocol(request: ClientRequest, { headers }: IncomingMessage) {
  if (!headers['sec-websocket-protocol']?.startsWith(socketProtocol)) return
  request.on('upgrade', (answer) => {
    answer.headers['sec-websocket-protocol'] ??= socketProtocol
  })
}

const toApi = (engine: string, { HttpApiId }: Deployed): ProxyOptions => ({
  target: engine,
  changeOrigin: true,
  rewrite: (path) => `/_aws/execute-api/${HttpApiId}/$default${path}`,
})

const toSockets = (engine: string, { SocketApiId }: Deployed): ProxyOptions => ({
  target: engine,
  changeOrigin: true,
  ws: true,
  rewrite: (path) => path.replace(/^\/ws/, `/_aws/execute-api/${SocketApiId}/ws`),
  configure: (proxy) => proxy.on('proxyReqWs', chooseProtocol),
})

/** Stands where CloudFront stands: the site with its sources live, and behind it API, webhook and socket. */
export async function openFrontDoor(port: number, engine: string, deployed: Deployed) {
  const server = await createServer({
    root: 'web',
    configFile: 'web/vite.config.ts',
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      proxy: {
        '^/api/': toApi(engine, deployed),
        '^/webhook/': toApi(engine, deployed),
        '^/ws(\\?|$)': toSockets(engine, deployed),
      },
    },
  })
  return server.listen()
}
