import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const types: Record<string, string> = {
  'index.html': 'text/html',
  'look.css': 'text/css',
  'people.css': 'text/css',
  'phone.css': 'text/css',
  'bubble.css': 'text/css',
  'acts.css': 'text/css',
  ...Object.fromEntries(
    [
      'phone',
      'people',
      'composer',
      'acts',
      'draw',
      'line',
      'person',
      'element',
      'ask',
      'words',
    ].map((name) => [`${name}.js`, 'text/javascript']),
  ),
  'icon.svg': 'image/svg+xml',
}

/** A file of the phone, read anew each time, so that an edit shows on reload. */
async function file(name: string): Promise<Response> {
  return new Response(await readFile(new URL(name, import.meta.url)), {
    headers: {
      'content-type': `${types[name]}; charset=utf-8`,
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  })
}

export const pageRoutes = (): Hono =>
  new Hono()
    .get('/', () => file('index.html'))
    .get('/favicon.ico', () => file('icon.svg'))
    .get('/page/:name', async (c, next) => {
      const name = c.req.param('name')
      return Object.hasOwn(types, name) ? file(name) : next()
    })
