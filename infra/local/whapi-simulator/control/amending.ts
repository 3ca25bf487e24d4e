import { Hono } from 'hono'
import * as z from 'zod'
import { MessageId } from '../api/content.ts'
import { act, type By, clear, edit, react, revoke, theShop, vote } from '../people/actions.ts'
import { resend } from '../people/customer.ts'
import { bodyOf, check, invalid, notFound } from '../problem.ts'
import type { Customer, Message, Stored } from '../state.ts'
import { idOf, storedOf, type World } from '../world.ts'
import { Phone, writer } from './who.ts'

const Action = z.looseObject({
  type: z.string().min(1),
  target: MessageId,
  emoji: z.string().default(''),
  text: z.string().optional(),
  edited_content: z.record(z.string(), z.unknown()).optional(),
  options: z.array(z.string()).default([]),
})

/** Without `from` it is done on the shop's phone. */
const Acting = Action.extend({
  from: Phone.optional(),
  name: z.string().optional(),
  timestamp: z.int().min(0).optional(),
})

function known(world: World, id: string): Stored {
  const stored = storedOf(world, id)
  if (!stored) throw notFound('target message')
  return stored
}

/** Media keep their file; what is changed is their caption. */
function editedContent({ message }: Stored, { text, edited_content }: z.infer<typeof Action>) {
  if (edited_content) return edited_content
  if (!text) throw invalid('text or edited_content')
  const before = (message[message.type] ?? {}) as Record<string, unknown>
  return { ...before, ['mime_type' in before ? 'caption' : 'body']: text }
}

function perform(world: World, by: By, given: z.infer<typeof Action>): Message {
  const stored = known(world, given.target)
  const { type, target: _, emoji, options, ...what } = given
  if (type === 'reaction') return react(world, stored, by, emoji)
  if (type === 'delete') return revoke(world, stored, by)
  if (type === 'edit') {
    return edit(world, stored, by, stored.message.type, editedContent(stored, given))
  }
  if (type !== 'vote') return act(world, stored, by, { type, ...what })
  if (!stored.message.poll) throw invalid('target: not a poll')
  return vote(world, stored, by, options)
}

const asCustomer = (person: Customer): By => ({
  from: idOf(person),
  from_me: false,
  source: 'mobile',
  from_name: person.name,
})

/** A customer acts on a message, with an action object as WHAPI has it. */
export const actAsCustomer = (world: World, person: Customer, action: unknown): Message =>
  perform(world, asCustomer(person), check(z.object({ action: Action }), { action }).action)

/** Things done to a message that is out: by a customer, or on the shop's phone. */
export const amendingRoutes = (world: World): Hono =>
  new Hono()
    .post('/actions', async (c) => {
      const { from, name, timestamp, ...action } = await bodyOf(c, Acting)
      const who = from ? asCustomer(writer(world, from, name)) : theShop(world, 'mobile')
      const by = { ...who, timestamp }
      return c.json({ action: perform(world, by, action) }, 201)
    })
    .put('/messages/:id', async (c) => {
      const { message } = known(world, c.req.param('id'))
      const fields = await bodyOf(c, z.record(z.string(), z.unknown()))
      return c.json({ message: resend(world, message, fields) })
    })
    .delete('/messages/:id', (c) => {
      clear(world, known(world, c.req.param('id')))
      return c.json({ success: true })
    })
