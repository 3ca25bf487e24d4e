import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const files = {
  '/': ['index.html', 'text/html'],
  '/phone.css': ['phone.css', 'text/css'],
  '/phone.js': ['phone.js', 'text/javascript'],
} as const

/** The phone. Read anew each time, so that an edit shows on reload. */
export function pageRoutes(): Hono {
  const routes = new Hono()
  for (const [path, [file, type]] of Object.entries(files)) {
    routes.get(path, async (c) => {
      const content = await readFile(new URL(file, import.meta.url), 'utf8')
      return c.body(content, 200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      })
    })
  }
  return routes
}
