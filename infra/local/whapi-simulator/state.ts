import * as z from 'zod'
import { lidOf } from './ids.ts'
import { Settings } from './settings-schema.ts'

export const Customer = z.object({
  phone: z.string(),
  name: z.string(),
  lid: z.string(),
  /** WhatsApp shows the lid in place of the number. */
  hidden: z.boolean().optional(),
  /** Not even those who ask learn the number. */
  secret: z.boolean().optional(),
  avatar: z.string().optional(),
})
export type Customer = z.infer<typeof Customer>

export const Group = z.object({
  id: z.string(),
  subject: z.string(),
  avatar: z.string().optional(),
  /** By phone; the shop is always in it. */
  participants: z.array(z.object({ phone: z.string(), rank: z.enum(['admin', 'member']) })),
})
export type Group = z.infer<typeof Group>

export const Label = z.object({ id: z.string(), name: z.string(), color: z.string() })
export type Label = z.infer<typeof Label>

/** A message as WHAPI writes it: the content stands under the key named by `type`. */
export const Message = z.looseObject({
  id: z.string(),
  type: z.string(),
  chat_id: z.string(),
  from_me: z.boolean(),
  timestamp: z.number(),
  source: z.string().optional(),
  status: z.string().optional(),
  from: z.string().optional(),
})
export type Message = z.infer<typeof Message>

/** A message and what the customer's phone shows about it. */
export const Stored = z.object({
  message: Message,
  /** Ticks on what the customer wrote: written, taken by the shop's inbox, read there. */
  tick: z.enum(['sent', 'delivered', 'read']).optional(),
  /** Taken through the API, by this simulator. */
  accepted: z.boolean().optional(),
  deleted: z.boolean().optional(),
  /** Gone from the shop's phone only. */
  cleared: z.boolean().optional(),
  edited: z.boolean().optional(),
  /** One emoji each: `shop`, or whoever it is by `from`. */
  reactions: z.record(z.string(), z.string()).default({}),
})
export type Stored = z.infer<typeof Stored>

export const Media = z.object({
  id: z.string(),
  mime_type: z.string(),
  file_name: z.string().optional(),
  base64: z.string(),
  timestamp: z.number(),
})
export type Media = z.infer<typeof Media>

/** The provider's words for how the channel is; only AUTH can send and receive. */
export const ChannelStatus = z.enum([
  'NOT_INIT',
  'INIT',
  'LAUNCH',
  'QR',
  'AUTH',
  'ERROR',
  'SYNC_ERROR',
  'STOP',
])
export type ChannelStatus = z.infer<typeof ChannelStatus>

/** All that survives a restart. */
export const State = z.object({
  customers: z.array(Customer),
  groups: z.array(Group).default([]),
  labels: z.array(Label).default([]),
  /** What the shop's phone says of a chat itself: unread, labels … */
  chats: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  messages: z.array(Stored),
  media: z.array(Media),
  settings: Settings,
  status: ChannelStatus.default('AUTH'),
  account: z.enum(['ok', 'unpaid', 'gone']).default('ok'),
  startedAt: z.number(),
})
export type State = z.infer<typeof State>

export const customer = (phone: string, name: string): Customer => ({
  phone,
  name,
  lid: lidOf(phone),
})

export const firstState = (settings: Settings, now: number): State => ({
  customers: [customer('6281200000001', 'Sari W'), customer('6281200000002', 'Budi')],
  groups: [],
  labels: [],
  chats: {},
  messages: [],
  media: [],
  settings,
  status: 'AUTH',
  account: 'ok',
  startedAt: now,
})
