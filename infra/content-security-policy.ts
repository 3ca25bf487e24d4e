import { earlyScriptSource } from '../web/build/early-script.ts'

/** What the site's pages may load and reach; everything of it comes from our own domain. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' ${earlyScriptSource()}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' blob: https:",
  "connect-src 'self' wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
