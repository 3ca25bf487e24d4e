import type { Plugin } from 'vite'
import { forever } from '../cache-control.ts'
import { contentSecurityPolicy } from '../content-security-policy.ts'
import { securityHeaders } from '../security-headers.ts'

/** The simulated WhatsApp keeps its files on this machine, where nothing has a certificate. */
const withLocalFiles = contentSecurityPolicy.replaceAll(
  ' https:',
  ' https: http://127.0.0.1:* http://localhost:*',
)

/** What CloudFront puts on each answer (infra/site-stack.ts), whoever gave it. */
export const asCloudFront: Plugin = {
  name: 'as-cloud-front',
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use((request, response, next) => {
      const headers = {
        ...securityHeaders(withLocalFiles),
        ...(request.url?.startsWith('/assets/') ? { 'cache-control': forever } : {}),
      }
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      next()
    }),
}
