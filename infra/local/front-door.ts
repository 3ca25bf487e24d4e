import type { ClientRequest, IncomingMessage } from 'node:http'
import { createServer, type ProxyOptions, preview } from 'vite'
import { socketProtocol } from '../../shared/events.ts'
import { siteHostHeader } from '../names.ts'
import type { Deployed } from '../tools/cloud/outputs.ts'
import { buildSite, builtInto, site } from '../tools/cloud/site-build.ts'
import { asCloudFront } from './as-cloud-front.ts'
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

type Known = () => Pick<Deployed, 'HttpApiId' | 'SocketApiId'> | undefined

/** Past the site: the API, the webhook and the socket, as the engine calls them. */
export function doorTo(engine: string, known: Known): Record<string, ProxyOptions> {
  const target = { target: engine, changeOrigin: true }
  const at = (id: string | undefined, path: string) => `/_aws/execute-api/${id}${path}`
  const toApi: ProxyOptions = {
    ...target,
    rewrite: (path) => at(known()?.HttpApiId, `/$default${path}`),
  }
  const toSockets: ProxyOptions = {
    ...target,
    ws: true,
    rewrite: (path) => path.replace(/^\/ws/, at(known()?.SocketApiId, '/ws')),
    configure: (proxy) => proxy.on('proxyReqWs', tellSiteHost).on('proxyReqWs', chooseProtocol),
  }
  return { '^/api/': toApi, '^/webhook/': toApi, '^/ws(\\?|$)': toSockets }
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
    proxy: doorTo(engine, () => deployed),
  }
  if (!built) {
    const server = await createServer({ ...site, server: door })
    await server.listen()
    // The packages are prepared at the first visit; nobody should have to wait for that.
    await server.warmupRequest('/src/main.tsx')
    return server
  }
  await buildSite(place.site)
  return preview({ ...builtInto(place.site), plugins: [asCloudFront], preview: door })
}
