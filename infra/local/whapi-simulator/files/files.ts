import { createHash } from 'node:crypto'
import { newMediaId, seconds } from '../ids.ts'
import { invalid, notFound } from '../problem.ts'
import type { Media } from '../state.ts'
import type { World } from '../world.ts'
import { photo } from './pictures.ts'
import { dataUri } from './png.ts'

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

export const isKnownFile = (mime: string): boolean => kindOf(mime) in extensions

const picture = photo().toString('base64')
const preview = dataUri(photo(24))
const film = { mime: 'video/mp4', base64: 'AAAAIGZ0eXBpc29t' }
const filmed = { preview, width: 640, height: 360, seconds: 9 }

/** What a customer sends when a test does not care what it shows. */
export const anyFile: Record<string, { mime: string; base64: string; more: object }> = {
  image: { mime: 'image/png', base64: picture, more: { preview, width: 96, height: 96 } },
  sticker: {
    mime: 'image/webp',
    base64: picture,
    more: { preview, width: 96, height: 96, animated: false },
  },
  video: { ...film, more: filmed },
  gif: { ...film, more: { ...filmed, autoplay: true } },
  short: { ...film, more: { ...filmed, width: 400, height: 400 } },
  audio: { mime: 'audio/mpeg', base64: 'SUQzBAAAAAAA', more: { seconds: 42 } },
  voice: { mime: 'audio/ogg; codecs=opus', base64: 'T2dnUwACAAAA', more: { seconds: 6 } },
  document: {
    mime: 'application/pdf',
    base64: 'JVBERi0xLjQK',
    more: { filename: 'bukti-transfer.pdf', file_name: 'bukti-transfer.pdf', page_count: 2 },
  },
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
