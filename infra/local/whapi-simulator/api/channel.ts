import { Hono } from 'hono'
import * as z from 'zod'
import { seconds } from '../ids.ts'
import { Flag, queryOf, WhapiProblem } from '../problem.ts'
import { announce } from '../webhook/deliveries.ts'
import type { World } from '../world.ts'

const qr =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg=='

const statusOf = (world: World) =>
  world.state.linked ? { code: 4, text: 'AUTH' } : { code: 3, text: 'QR' }

const userOf = ({ owner }: World) => ({
  id: owner.phone,
  name: owner.name,
  pushname: owner.name,
  is_business: true,
  saved: false,
})

function healthOf(world: World) {
  const { startedAt } = world.state
  return {
    start_at: startedAt,
    uptime: seconds() - startedAt,
    version: '1.8.7-0',
    status: statusOf(world),
  }
}

/** Tells the webhooks that the number was linked or logged out. */
function announceChannel(world: World): void {
  const user = { user: { id: world.owner.phone, name: world.owner.name } }
  announce(world, 'users', world.state.linked ? 'post' : 'delete', 'channel', user)
  announce(world, 'channel', 'post', 'channel', { health: healthOf(world) })
}

export function link(world: World, linked: boolean): void {
  if (world.state.linked === linked) return
  world.state.linked = linked
  world.changed()
  announceChannel(world)
}

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
        ...healthOf(world),
        core_version: 'simulated',
        api_version: '1.8.7',
        device_id: 11,
        ip: '127.0.0.1',
        ...(world.state.linked && { user: userOf(world) }),
      })
    })
    .get('/limits', (c) => c.body(null, 204))
    .get('/users/login', (c) => {
      if (world.state.linked) throw new WhapiProblem(409, 'channel already authenticated')
      return c.json({ type: 'qr', status: 'OK', base64: qr, rowdata: 'simulated', expire: 20 })
    })
    .get('/users/profile', (c) => c.json({ name: world.owner.name, about: '' }))
    .post('/users/logout', (c) => {
      if (!world.state.linked) throw new WhapiProblem(409, 'channel already logged out')
      link(world, false)
      return c.json({ success: true })
    })
