import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { digitsOf } from '../ids.ts'
import { bubbleOf } from '../people/bubble.ts'
import { look } from '../people/statuses.ts'
import { bodyOf, check, notFound } from '../problem.ts'
import { customer } from '../state.ts'
import { customerOf, threadOf, type World } from '../world.ts'

/** A number as people write it, as WHAPI's digits. */
export const Phone = z.string().transform((written, ctx) => {
  const digits = digitsOf(written.replace(/@.*$/, ''))
  if (digits) return digits
  ctx.addIssue({ code: 'custom', message: 'not a phone number' })
  return z.NEVER
})

const NewCustomer = z.strictObject({ phone: Phone, name: z.string().trim().min(1).max(100) })

/** Adds a customer, or renames the one with this number. */
export function addCustomer(world: World, phone: string, name: string) {
  const known = customerOf(world, phone)
  if (known) known.name = name
  const person = known ?? customer(phone, name)
  if (!known) world.state.customers.push(person)
  world.changed()
  world.news.tell({ type: 'customers' })
  return person
}

/** Everybody with a phone here: the customers with what was said last, and the shop. */
function peopleOf(world: World) {
  const last = new Map(world.state.messages.map((stored) => [stored.message.chat_id, stored]))
  const customers = world.state.customers.map((person) => {
    const byNumber = last.get(`${person.phone}@s.whatsapp.net`)
    const byLid = last.get(person.lid)
    const [latest] = [byNumber, byLid]
      .filter((stored) => stored !== undefined)
      .sort((a, b) => b.message.timestamp - a.message.timestamp)
    return { ...person, last: latest ? bubbleOf(world, latest) : null }
  })
  return { customers, shop: world.owner }
}

const chatOf = (c: Context) => `${check(Phone, c.req.param('phone'))}@s.whatsapp.net`

export const customerRoutes = (world: World): Hono =>
  new Hono()
    .get('/customers', (c) => c.json(peopleOf(world)))
    .post('/customers', async (c) => {
      const { phone, name } = await bodyOf(c, NewCustomer)
      return c.json(addCustomer(world, phone, name), 201)
    })
    .get('/chats/:phone', (c) => {
      const chatId = chatOf(c)
      const person = customerOf(world, chatId)
      if (!person) throw notFound('customer')
      const bubbles = threadOf(world, chatId).map((stored) => bubbleOf(world, stored))
      return c.json({ customer: person, bubbles })
    })
    .post('/chats/:phone/read', (c) => c.json({ read: look(world, chatOf(c)) }))
