import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { strike } from '../faults.ts'
import { newMediaId, seconds } from '../ids.ts'
import { bodyOf, invalid, notFound, WhapiProblem } from '../problem.ts'
import type { Media } from '../state.ts'
import type { World } from '../world.ts'
import { pageOf } from './history.ts'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'audio/ogg': 'oga',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
}
const kindOf = (mime: string): string => mime.split(';')[0]?.trim().toLowerCase() ?? ''

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg=='

/** What a customer sends when a test does not care what it shows. */
export const anyFile: Record<string, { mime: string; base64: string }> = {
  image: { mime: 'image/png', base64: pixel },
  sticker: { mime: 'image/webp', base64: pixel },
  video: { mime: 'video/mp4', base64: 'AAAAIGZ0eXBpc29t' },
  gif: { mime: 'video/mp4', base64: 'AAAAIGZ0eXBpc29t' },
  short: { mime: 'video/mp4', base64: 'AAAAIGZ0eXBpc29t' },
  audio: { mime: 'audio/mpeg', base64: 'SUQzBAAAAAAA' },
  voice: { mime: 'audio/ogg; codecs=opus', base64: 'T2dnUwACAAAA' },
  document: { mime: 'application/pdf', base64: 'JVBERi0xLjQK' },
}

export function storeMedia(world: World, mime: string, base64: string, fileName?: string): Media {
  const stored: Media = {
    id: newMediaId(extensions[kindOf(mime)] ?? 'bin'),
    mime_type: mime,
    base64,
    timestamp: seconds(),
    ...(fileName && { file_name: fileName }),
  }
  world.state.media.push(stored)
  world.changed()
  return stored
}

/** A file as a message shows it; `linked` adds the address it can be fetched from without a token. */
export function fileOf(world: World, media: Media, linked: boolean) {
  const bytes = Buffer.from(media.base64, 'base64')
  return {
    id: media.id,
    mime_type: media.mime_type,
    file_size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('base64'),
    timestamp: media.timestamp,
    ...(media.file_name && { file_name: media.file_name }),
    ...(linked && { link: `${world.url}/files/${media.id}` }),
  }
}

/** Takes what a send calls `media`: an address, a data URI, an uploaded file's id, or base64. */
export function takeMedia(world: World, media: string, mime?: string): Record<string, unknown> {
  const known = world.state.media.find(({ id }) => id === media)
  if (known) return fileOf(world, known, true)
  if (/^https?:\/\//.test(media)) {
    const type = mime ?? 'application/octet-stream'
    return { id: newMediaId(extensions[kindOf(type)] ?? 'bin'), mime_type: type, link: media }
  }
  const uri = media.match(/^data:([\w.+-]+\/[\w.+-]+(?:;[\w.+=-]+)*?)?;base64,(.*)$/s)
  if (uri)
    return fileOf(world, storeMedia(world, mime ?? uri[1] ?? 'text/plain', uri[2] ?? ''), true)
  if (/^[a-z0-9]+-[0-9a-f-]+$/.test(media)) throw notFound('media')
  if (mime && /^[A-Za-z0-9+/\s]+=*$/.test(media)) {
    return fileOf(world, storeMedia(world, mime, media), true)
  }
  throw invalid('media: neither an address, a data URI, a media id nor base64 with mime_type')
}

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
      if (!(kindOf(type) in extensions)) throw new WhapiProblem(415, 'unsupported media type')
      const bytes = Buffer.from(await c.req.arrayBuffer())
      if (bytes.length === 0) throw invalid('body: empty')
      return c.json({ media: [{ id: storeMedia(world, type, bytes.toString('base64')).id }] })
    })
