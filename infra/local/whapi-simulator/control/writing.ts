import { Hono } from 'hono'
import * as z from 'zod'
import { announcePresence, writeAsCustomer } from '../people/customer.ts'
import { readOnPhone, writeAsOwner } from '../people/owner.ts'
import { bodyOf, notFound } from '../problem.ts'
import { customerOf, type World } from '../world.ts'
import { addCustomer, Phone } from './customers.ts'

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
  lid: z.boolean().optional(),
  quoted: z.string().optional(),
})

const OwnerWrites = z.strictObject({
  to: Phone,
  text: z.string().min(1).max(65_536),
  source: z.enum(['mobile', 'web', 'api']).default('mobile'),
  id: z.string().min(1).optional(),
  timestamp: Timestamp.optional(),
})

const Presence = z.strictObject({
  from: Phone,
  status: z.enum(['online', 'offline', 'typing', 'recording']).default('typing'),
})

export const writingRoutes = (world: World): Hono =>
  new Hono()
    .post('/messages', async (c) => {
      const { from, name, ...what } = await bodyOf(c, CustomerWrites)
      const known = customerOf(world, from)
      const person = known && !name ? known : addCustomer(world, from, name ?? from)
      return c.json({ message: writeAsCustomer(world, person, what) }, 201)
    })
    .post('/phone-messages', async (c) => {
      const { to, ...what } = await bodyOf(c, OwnerWrites)
      return c.json({ message: writeAsOwner(world, to, what) }, 201)
    })
    .post('/phone-reads', async (c) => {
      const { from } = await bodyOf(c, z.strictObject({ from: Phone }))
      return c.json({ read: readOnPhone(world, `${from}@s.whatsapp.net`) })
    })
    .post('/presences', async (c) => {
      const { from, status } = await bodyOf(c, Presence)
      const person = customerOf(world, from)
      if (!person) throw notFound('customer')
      announcePresence(world, person, status)
      return c.json({ success: true })
    })
