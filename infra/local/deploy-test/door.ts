import { mkdir } from 'node:fs/promises'
import type { ProxyOptions } from 'vite'
import { preview } from 'vite'
import type { Cloud } from '../../tools/cloud/cloud.ts'
import { type Deployed, findDeployed, findSite } from '../../tools/cloud/outputs.ts'
import { doorTo } from '../front-door.ts'
import { place } from '../place.ts'

/** What is deployed now; looked for anew until it is there. */
interface Known {
  deployed?: Deployed
  domain?: string
}

/**
 * Stands where the network stands between a browser and CloudFront: the site comes from the engine's own
 * CloudFront, out of the deployed bucket. That one hands nothing on to API Gateway, so this does.
 */
export async function openDoor(port: number, cloud: Cloud) {
  const known: Known = {}
  const toSite: ProxyOptions = {
    target: cloud.engine,
    configure: (proxy) =>
      proxy.on('proxyReq', (request) => {
        if (known.domain) request.setHeader('host', known.domain)
        // Where CloudFront stands, pages come by TLS only.
        request.setHeader('x-forwarded-proto', 'https')
      }),
  }
  await mkdir(place.site, { recursive: true })
  const server = await preview({
    configFile: false,
    root: place.dir,
    logLevel: 'error',
    build: { outDir: place.site },
    preview: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      proxy: { ...doorTo(cloud.engine ?? '', () => known.deployed), '^/': toSite },
    },
  })
  const looking = setInterval(() => void look().catch(() => {}), 500)
  async function look() {
    const [deployed, stack] = await Promise.all([findDeployed(cloud), findSite(cloud)])
    Object.assign(known, { deployed, domain: stack?.DistributionDomain })
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      clearInterval(looking)
      await server.close()
    },
  }
}
