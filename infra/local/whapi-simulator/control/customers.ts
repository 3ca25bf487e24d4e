import { Hono } from 'hono'
import * as z from 'zod'
import { changeChat } from '../api/chats.ts'
import { bubbleOf } from '../people/bubble.ts'
import { changeContact } from '../people/contact.ts'
import { look } from '../people/statuses.ts'
import { bodyOf, check, notFound } from '../problem.ts'
import type { Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { addressesOf, customerOf, groupOf, threadOf, type World } from '../world.ts'
import { addCustomer, chatNamed, knownCustomer, Phone } from './who.ts'

const Name = z.string().trim().min(1).max(100)
const NewCustomer = z.strictObject({ phone: Phone, name: Name })
const CustomerChange = z.strictObject({
  name: Name.optional(),
  avatar: z.url().optional(),
  hidden: z.boolean().optional(),
  secret: z.boolean().optional(),
})

/** Everybody with a phone here: the customers and groups with what was said last, and the shop. */
function peopleOf(world: World) {
  const last = new Map(world.state.messages.map((stored) => [stored.message.chat_id, stored]))
  const latestIn = (chats: string[]) => {
    const [latest] = chats
      .map((id) => last.get(id))
      .filter((stored): stored is Stored => stored !== undefined)
      .sort((a, b) => b.message.timestamp - a.message.timestamp)
    return latest ? bubbleOf(world, latest) : null
  }
  return {
    customers: world.state.customers.map((person) => ({
      ...person,
      last: latestIn(addressesOf(person)),
    })),
    groups: world.state.groups.map((group) => ({ ...group, last: latestIn([group.id]) })),
    shop: world.owner,
    channel: world.state.status,
  }
}

export const customerRoutes = (world: World): Hono =>
  new Hono()
    .get('/customers', (c) => c.json(peopleOf(world)))
    .post('/customers', async (c) => {
      const { phone, name } = await bodyOf(c, NewCustomer)
      return c.json(addCustomer(world, phone, name), 201)
    })
    .patch('/customers/:phone', async (c) => {
      const person = knownCustomer(world, check(Phone, c.req.param('phone')))
      changeContact(world, person, await bodyOf(c, CustomerChange))
      return c.json(person)
    })
    .get('/chats/:named', (c) => {
      const chatId = chatNamed(world, c.req.param('named'))
      const person = customerOf(world, chatId)
      const group = groupOf(world, chatId)
      if (!person && !group) throw notFound('chat')
      const bubbles = threadOf(world, chatId).map((stored) => bubbleOf(world, stored))
      return c.json({ ...(group ? { group } : { customer: person }), bubbles })
    })
    .post('/chats/:named/read', (c) =>
      c.json({ read: look(world, chatNamed(world, c.req.param('named'))) }),
    )
    .patch('/chats/:named', async (c) => {
      const fields = await bodyOf(c, z.record(z.string(), z.unknown()))
      return c.json(changeChat(world, chatNamed(world, c.req.param('named')), fields))
    })
    .delete('/chats/:named', (c) => {
      const chatId = chatNamed(world, c.req.param('named'))
      for (const stored of threadOf(world, chatId)) stored.cleared = true
      world.changed()
      announce(world, 'messages', 'delete', chatId, { messages_removed_all: chatId })
      return c.json({ success: true })
    })
