import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Ask } from './serve.ts'

/** What a browser must be told, for the shop made its certificate itself. */
export const trust = '--ignore-certificate-errors'

/** A shop of so many chats that a browser can open; the newest has so many messages. */
export async function openShop(site: string, chats: number, long: number) {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [site, String(chats), String(long)])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The shop closed with ${code}`)
  })
  ended.catch(() => {})
  const [{ url, longChat }] = await Promise.race([once(child, 'message'), ended])
  return {
    url: String(url),
    longChat: String(longChat),
    /** Sends so many news to the browsers, all at once. */
    async push(count: number, intoOpen: number) {
      const ask: Ask = { push: count, intoOpen }
      child.send(ask)
      await Promise.race([once(child, 'message'), ended])
    },
    close: () => child.kill(),
  }
}
export type OpenShop = Awaited<ReturnType<typeof openShop>>
