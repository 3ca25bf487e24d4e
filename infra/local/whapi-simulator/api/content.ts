import * as z from 'zod'
import { messageIdPattern } from '../ids.ts'

export const To = z.string().regex(/^[\d-]{9,31}(@[\w.]{1,})?$/, 'must be digits or a chat id')
export const MessageId = z.string().regex(messageIdPattern, 'not a message id')

const common = {
  to: To,
  quoted: MessageId.optional(),
  edit: MessageId.optional(),
  typing_time: z.number().min(0).max(60).optional(),
}
const mentions = z.array(z.string()).optional()
const media = {
  ...common,
  media: z.string().min(1),
  mime_type: z.string().optional(),
  no_encode: z.boolean().optional(),
  no_cache: z.boolean().optional(),
}
const picture = {
  ...media,
  caption: z.string().optional(),
  preview: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  mentions,
  view_once: z.boolean().optional(),
}
const seconds = z.number().optional()
const text = z.string().optional()

/** What each send takes: nothing unknown, and null is not absence. */
export const sends = {
  text: z.strictObject({
    ...common,
    body: z.string().min(1).max(65_536),
    no_link_preview: z.boolean().optional(),
    wide_link_preview: z.boolean().optional(),
    mentions,
  }),
  image: z.strictObject(picture),
  video: z.strictObject({ ...picture, seconds, autoplay: z.boolean().optional() }),
  gif: z.strictObject({ ...picture, seconds, autoplay: z.boolean().optional() }),
  audio: z.strictObject({ ...media, seconds, background_color: text }),
  voice: z.strictObject({ ...media, seconds, recording_time: seconds, waveform: text }),
  document: z.strictObject({ ...media, filename: text, caption: text }),
  sticker: z.strictObject({
    ...media,
    animated: z.boolean().optional(),
    width: z.number().optional(),
    height: z.number().optional(),
    view_once: z.boolean().optional(),
  }),
  location: z.strictObject({
    ...common,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: text,
    address: text,
    url: text,
    accuracy: z.number().optional(),
    speed: z.number().optional(),
    degrees: z.number().optional(),
    comment: text,
  }),
  contact: z.strictObject({ ...common, name: z.string().min(1), vcard: z.string().min(1) }),
  poll: z.strictObject({
    ...common,
    title: z.string().min(1),
    options: z.array(z.string().min(1)).min(2).max(12),
    count: z.union([z.literal(0), z.literal(1)]).optional(),
    view_once: z.boolean().optional(),
  }),
} as const

export type SendKind = keyof typeof sends
export const isSendKind = (kind: string): kind is SendKind => Object.hasOwn(sends, kind)
