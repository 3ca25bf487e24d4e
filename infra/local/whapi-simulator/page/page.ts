import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const types = {
  'index.html': 'text/html',
  'look.css': 'text/css',
  'people.css': 'text/css',
  'phone.css': 'text/css',
  'bubble.css': 'text/css',
  'phone.js': 'text/javascript',
  'draw.js': 'text/javascript',
  'words.js': 'text/javascript',
  'icon.svg': 'image/svg+xml',
}

/** A file of the phone, read anew each time, so that an edit shows on reload. */
async function file(name: keyof typeof types): Promise<Response> {
  return new Response(await readFile(new URL(name, import.meta.url)), {
    headers: {
      'content-type': `${types[name]}; charset=utf-8`,
      'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  })
}

const isFile = (name: string): name is keyof typeof types => Object.hasOwn(types, name)

export const pageRoutes = (): Hono =>
  new Hono()
    .get('/', () => file('index.html'))
    .get('/favicon.ico', () => file('icon.svg'))
    .get('/page/:name', async (c, next) => {
      const name = c.req.param('name')
      return isFile(name) ? file(name) : next()
    })
