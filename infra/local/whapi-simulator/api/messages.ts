import { Hono } from 'hono'
import * as z from 'zod'
import { clear, react, revoke, theShop } from '../people/actions.ts'
import { show } from '../people/bubble.ts'
import { type Status, statusOf } from '../people/statuses.ts'
import { bodyOf, check, notFound, WhapiProblem } from '../problem.ts'
import type { Stored } from '../state.ts'
import { storedOf, threadOf, type World } from '../world.ts'
import { isSendKind, MessageId, sends } from './content.ts'
import { listMessages } from './history.ts'
import { withSendFaults } from './send-faults.ts'
import { send } from './sends.ts'

const success = { success: true }

export function messageRoutes(world: World): Hono {
  const get = (id: string): Stored => {
    const stored = storedOf(world, check(MessageId, id))
    if (!stored) throw notFound('message')
    return stored
  }
  return new Hono()
    .get('/messages/list', (c) => c.json(listMessages(world, c)))
    .get('/messages/list/:chatId', (c) => c.json(listMessages(world, c, c.req.param('chatId'))))
    .post('/messages/:kind', async (c, next) => {
      const kind = c.req.param('kind')
      if (!isSendKind(kind)) return next()
      return withSendFaults(world, c, async () => {
        const input = await bodyOf(c, sends[kind])
        return c.json({ sent: true, message: send(world, kind, input) })
      })
    })
    .get('/messages/:id', (c) => c.json(get(c.req.param('id')).message))
    .put('/messages/:id', (c) => {
      markRead(world, get(c.req.param('id')))
      return c.json(success)
    })
    .delete('/messages/:id', (c) => {
      const stored = get(c.req.param('id'))
      // Of what somebody else wrote, only our own copy can go.
      if (stored.message.from_me) revoke(world, stored, theShop(world))
      else clear(world, stored)
      return c.json(success)
    })
    .put('/messages/:id/reaction', async (c) => {
      const { emoji } = await bodyOf(c, z.strictObject({ emoji: z.string().max(20) }))
      react(world, get(c.req.param('id')), theShop(world), emoji)
      return c.json(success)
    })
    .delete('/messages/:id/reaction', (c) => {
      react(world, get(c.req.param('id')), theShop(world), '')
      return c.json(success)
    })
    .get('/statuses/:id', (c) => {
      const stored = get(c.req.param('id'))
      if (!stored.message.from_me) throw new WhapiProblem(403, 'only own messages have statuses')
      return c.json({ statuses: [statusOf(stored, stored.message.status as Status)] })
    })
}

/** The customer's ticks turn blue, for this message and all before it. */
function markRead(world: World, upTo: Stored): void {
  const thread = threadOf(world, upTo.message.chat_id)
  for (const stored of thread.slice(0, thread.indexOf(upTo) + 1)) {
    if (!stored.tick || stored.tick === 'read') continue
    stored.tick = 'read'
    show(world, stored)
  }
}
