import { Hono } from 'hono'
import * as z from 'zod'
import { newMessageId } from '../ids.ts'
import { announcePresence, call, deliverBacklog, writeAsCustomer } from '../people/customer.ts'
import { readOnPhone, writeAsOwner } from '../people/owner.ts'
import { bodyOf } from '../problem.ts'
import type { World } from '../world.ts'
import { actAsCustomer } from './amending.ts'
import { chatNamed, knownCustomer, Phone, writer } from './who.ts'

/** Seconds, or the milliseconds that a receiver must see through. */
const Timestamp = z.number().min(0).max(4e12)

/** What else stands in the body goes into the message as it is. */
const CustomerWrites = z.looseObject({
  from: Phone,
  text: z.string().min(1).max(65_536).optional(),
  name: z.string().optional(),
  id: z.string().min(1).optional(),
  timestamp: Timestamp.optional(),
  kind: z
    .string()
    .regex(/^[a-z]+(_[a-z]+)*$/i)
    .optional(),
  chat: z.string().min(1).optional(),
  lid: z.boolean().optional(),
  quoted: z.string().optional(),
})

const Backlog = z.strictObject({ messages: z.array(CustomerWrites).min(1).max(1000) })

const OwnerWrites = z.looseObject({
  to: z.string().min(1),
  text: z.string().min(1).max(65_536).optional(),
  kind: z.string().default('text'),
  source: z.enum(['mobile', 'web', 'api']).default('mobile'),
  quoted: z.string().optional(),
  id: z.string().min(1).optional(),
  timestamp: Timestamp.optional(),
})

const Presence = z.strictObject({
  from: Phone,
  status: z.enum(['online', 'offline', 'typing', 'recording', 'pending']).default('typing'),
})

const Ringing = z.strictObject({
  from: Phone,
  id: z.string().min(1).optional(),
  status: z.enum(['initiated', 'ringing', 'missed', 'canceled', 'answered']).default('missed'),
  video: z.boolean().default(false),
  timestamp: Timestamp.optional(),
})

export const writingRoutes = (world: World): Hono =>
  new Hono()
    .post('/messages', async (c) => {
      const { from, name, ...what } = await bodyOf(c, CustomerWrites)
      const person = writer(world, from, name)
      const message =
        what.kind === 'action'
          ? actAsCustomer(world, person, what.action)
          : writeAsCustomer(world, person, what)
      return c.json({ message }, 201)
    })
    .post('/backlog', async (c) => {
      const { messages } = await bodyOf(c, Backlog)
      const written = messages.map(
        ({ from, name, ...what }) => [writer(world, from, name), what] as [never, never],
      )
      return c.json({ messages: deliverBacklog(world, written) }, 201)
    })
    .post('/phone-messages', async (c) => {
      const { to, ...what } = await bodyOf(c, OwnerWrites)
      return c.json({ message: writeAsOwner(world, chatNamed(world, to), what) }, 201)
    })
    .post('/phone-reads', async (c) => {
      const { from } = await bodyOf(c, z.strictObject({ from: Phone }))
      return c.json({ read: readOnPhone(world, `${from}@s.whatsapp.net`) })
    })
    .post('/phone-calls', async (c) => {
      const { from, id = newMessageId(''), ...ringing } = await bodyOf(c, Ringing)
      return c.json({ call: call(world, writer(world, from), { id, ...ringing }) }, 201)
    })
    .post('/presences', async (c) => {
      const { from, status } = await bodyOf(c, Presence)
      announcePresence(world, knownCustomer(world, from), status)
      return c.json({ success: true })
    })
