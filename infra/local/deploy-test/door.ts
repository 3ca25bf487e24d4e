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
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => server.close(),
    /** From now on it leads to what is deployed now. */
    async look() {
      const [deployed, site] = await Promise.all([findDeployed(cloud), findSite(cloud)])
      Object.assign(known, { deployed, domain: site?.DistributionDomain })
      return Boolean(deployed && site)
    },
  }
}
