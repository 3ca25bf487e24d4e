import { Hono } from 'hono'
import * as z from 'zod'
import { strike } from '../faults.ts'
import { fileOf, isKnownFile, storeMedia, takeMedia } from '../files/files.ts'
import { bodyOf, invalid, notFound, WhapiProblem } from '../problem.ts'
import type { World } from '../world.ts'
import { pageOf } from './history.ts'

const Upload = z.strictObject({
  media: z.string().min(1),
  mime_type: z.string().optional(),
  no_encode: z.boolean().optional(),
})

function download(world: World, id: string): Response {
  const media = world.state.media.find((each) => each.id === id)
  if (!media || strike(world.faults, 'mediaExpired')) throw notFound('media')
  const bytes = new Uint8Array(Buffer.from(media.base64, 'base64'))
  return new Response(bytes, { headers: { 'content-type': media.mime_type } })
}

/** The links in messages need no token, like those of WHAPI's storage. */
export const fileRoutes = (world: World): Hono =>
  new Hono().get('/files/:id', (c) => download(world, c.req.param('id')))

export const mediaRoutes = (world: World): Hono =>
  new Hono()
    .get('/media', (c) => {
      const files = world.state.media.map((media) => fileOf(world, media, true))
      return c.json(pageOf(c, 'files', files))
    })
    .get('/media/:id', (c) => download(world, c.req.param('id')))
    .post('/media', async (c) => {
      const type = c.req.header('content-type') ?? ''
      if (type.startsWith('application/json')) {
        const { media, mime_type } = await bodyOf(c, Upload)
        return c.json({ media: [{ id: takeMedia(world, media, mime_type).id }] })
      }
      if (!isKnownFile(type)) throw new WhapiProblem(415, 'unsupported media type')
      const bytes = Buffer.from(await c.req.arrayBuffer())
      if (bytes.length === 0) throw invalid('body: empty')
      return c.json({ media: [{ id: storeMedia(world, type, bytes.toString('base64')).id }] })
    })
