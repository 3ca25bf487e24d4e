import type { ClientRequest, IncomingMessage } from 'node:http'
import { build, createServer, type InlineConfig, type ProxyOptions, preview } from 'vite'
import { socketProtocol } from '../../shared/events.ts'
import { siteHostHeader } from '../names.ts'
import type { Deployed } from '../tools/cloud/outputs.ts'
import { place } from './place.ts'

/** What CloudFront does on the way to the sockets (infra/site-stack.ts). */
function tellSiteHost(request: ClientRequest, { headers }: IncomingMessage) {
  if (headers.host) request.setHeader(siteHostHeader, headers.host)
}

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
  configure: (proxy) => proxy.on('proxyReqWs', tellSiteHost).on('proxyReqWs', chooseProtocol),
})

const site: InlineConfig = {
  root: 'web',
  configFile: 'web/vite.config.ts',
  logLevel: 'warn',
  clearScreen: false,
}

/** Stands where CloudFront stands: the site, and behind it API, webhook and socket. */
export async function openFrontDoor(
  port: number,
  engine: string,
  deployed: Deployed,
  built: boolean,
): Promise<{ close(): Promise<void> }> {
  const door = {
    host: '127.0.0.1',
    port,
    strictPort: true,
    proxy: {
      '^/api/': toApi(engine, deployed),
      '^/webhook/': toApi(engine, deployed),
      '^/ws(\\?|$)': toSockets(engine, deployed),
    },
  }
  if (!built) {
    const server = await createServer({ ...site, server: door })
    await server.listen()
    // The packages are prepared at the first visit; nobody should have to wait for that.
    await server.warmupRequest('/src/main.tsx')
    return server
  }
  const files = { ...site, build: { outDir: place.site, emptyOutDir: true } }
  await build(files)
  return preview({ ...files, preview: door })
}
