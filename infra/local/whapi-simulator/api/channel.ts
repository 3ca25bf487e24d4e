import { Hono } from 'hono'
import * as z from 'zod'
import { link, qrOf, statusNow } from '../people/channel.ts'
import { Flag, queryOf, WhapiProblem } from '../problem.ts'
import { isLinked, type World } from '../world.ts'

const userOf = ({ owner }: World) => ({
  id: owner.phone,
  name: owner.name,
  pushname: owner.name,
  is_business: true,
  saved: false,
})

const HealthQuery = z.object({
  wakeup: Flag.optional(),
  channel_type: z.enum(['web', 'mobile']).optional(),
  platform: z.string().optional(),
})

export const channelRoutes = (world: World): Hono =>
  new Hono()
    .get('/health', (c) => {
      queryOf(c, HealthQuery)
      return c.json({
        channel_id: world.channelId,
        ...statusNow(world),
        core_version: 'simulated',
        api_version: '1.8.7',
        device_id: 11,
        ip: '127.0.0.1',
        ...(isLinked(world) && { user: userOf(world) }),
      })
    })
    .get('/limits', (c) => c.body(null, 204))
    .get('/users/login', (c) => {
      if (isLinked(world)) throw new WhapiProblem(409, 'channel already authenticated')
      return c.json({ type: 'qr', ...qrOf(world) })
    })
    .get('/users/profile', (c) => c.json({ name: world.owner.name, about: '' }))
    .post('/users/logout', (c) => {
      if (!isLinked(world)) throw new WhapiProblem(409, 'channel already logged out')
      link(world, 'QR')
      return c.json({ success: true })
    })
