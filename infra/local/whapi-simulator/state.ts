import * as z from 'zod'
import { lidOf } from './ids.ts'
import { Settings } from './settings-schema.ts'

export const Customer = z.object({ phone: z.string(), name: z.string(), lid: z.string() })
export type Customer = z.infer<typeof Customer>

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
  edited: z.boolean().optional(),
  reactions: z.record(z.enum(['customer', 'shop']), z.string()).default({ customer: '', shop: '' }),
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

/** All that survives a restart. */
export const State = z.object({
  customers: z.array(Customer),
  messages: z.array(Stored),
  media: z.array(Media),
  settings: Settings,
  linked: z.boolean(),
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
  messages: [],
  media: [],
  settings,
  linked: true,
  startedAt: now,
})
