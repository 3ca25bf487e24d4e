import { Hono } from 'hono'
import * as z from 'zod'
import { chatIdOf } from '../ids.ts'
import { bodyOf, check, notFound, WhapiProblem } from '../problem.ts'
import { customerOf, groupOf, type World } from '../world.ts'
import { To } from './content.ts'

const Typing = z.strictObject({
  presence: z.enum(['typing', 'recording', 'pause']),
  delay: z.number().min(0).optional(),
})

export function presenceRoutes(world: World): Hono {
  return new Hono()
    .put('/presences/me', async (c) => {
      await bodyOf(c, z.strictObject({ presence: z.enum(['online', 'offline']) }))
      return c.json({ success: true })
    })
    .put('/presences/:id', async (c) => {
      const { presence } = await bodyOf(c, Typing)
      const id = chatIdOf(check(To, c.req.param('id')))
      const phone = groupOf(world, id)?.id ?? customerOf(world, id)?.phone
      if (!phone) throw notFound('contact')
      world.news.tell({ type: 'typing', phone, typing: presence !== 'pause' })
      return c.json({ success: true })
    })
    .post('/presences/:id', (c) => {
      const id = chatIdOf(check(To, c.req.param('id')))
      if (world.subscriptions.has(id)) throw new WhapiProblem(409, 'already subscribed')
      world.subscriptions.add(id)
      return c.json({ success: true })
    })
    .get('/presences/:id', (c) => {
      const id = chatIdOf(check(To, c.req.param('id')))
      if (!world.subscriptions.has(id)) throw notFound('presence')
      return c.json({ contact_id: id.split('@')[0], status: 'offline' })
    })
}
