import * as z from 'zod'

export const eventTypes = [
  'messages',
  'statuses',
  'chats',
  'contacts',
  'groups',
  'presences',
  'calls',
  'channel',
  'users',
  'labels',
  'service',
] as const
export const eventMethods = ['post', 'put', 'patch', 'delete'] as const

export const EventName = z.strictObject({
  type: z.enum(eventTypes),
  method: z.enum(eventMethods),
})
export type EventName = z.infer<typeof EventName>

export const Webhook = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  mode: z.enum(['body', 'path', 'method']).default('body'),
  headers: z
    .record(z.string().regex(/^[\w-]+$/, 'not a header name'), z.string())
    .refine((headers) => Object.keys(headers).length <= 5, 'at most 5 headers')
    .optional(),
  /** Absent means all. */
  events: z.array(EventName).optional(),
  webhook_max_age_seconds: z.int().min(15).max(172_800).nullable().optional(),
  send_undecrypted_ad: z.boolean().optional(),
})
export type Webhook = z.infer<typeof Webhook>
export type WebhookInput = z.input<typeof Webhook>

/** https://whapi.readme.io (channel settings); ranges are theirs. */
export const Settings = z.strictObject({
  callback_backoff_delay_ms: z.int().min(3000).max(15_000).default(3000),
  max_callback_backoff_delay_ms: z.int().min(600_000).max(3_600_000).default(900_000),
  callback_persist: z.boolean().default(false),
  media: z
    .strictObject({
      auto_download: z
        .array(z.enum(['image', 'audio', 'voice', 'video', 'document', 'sticker']))
        .optional(),
      init_avatars: z.boolean().optional(),
    })
    .default({ auto_download: [], init_avatars: false }),
  webhooks: z.array(Webhook).default([]),
  proxy: z.string().default(''),
  mobile_proxy: z.string().default(''),
  offline_mode: z.boolean().default(false),
  full_history: z.boolean().default(false),
  pdo_sync: z.boolean().default(true),
  ignored_presences: z.array(z.string()).optional(),
})
export type Settings = z.infer<typeof Settings>

export const firstSettings = (webhook?: WebhookInput): Settings =>
  Settings.parse({ webhooks: webhook ? [webhook] : [] })
