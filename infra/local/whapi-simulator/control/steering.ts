import { Hono } from 'hono'
import * as z from 'zod'
import { FaultsChange } from '../faults.ts'
import { HabitsChange } from '../habits.ts'
import { announceQr, link } from '../people/channel.ts'
import { bodyOf } from '../problem.ts'
import { ChannelStatus, firstState, State } from '../state.ts'
import { isLinked, type World } from '../world.ts'

const Reset = z.strictObject({
  /** Also forget what was set through PATCH /settings. */
  settings: z.boolean().default(false),
})

const Channel = z.strictObject({
  status: ChannelStatus.optional(),
  account: State.shape.account.unwrap().optional(),
  /** No webhook tells of it. */
  silent: z.boolean().default(false),
})

/** Everything as at the first start; what is under way is called off. The webhooks stay. */
function reset(world: World, settings: boolean): void {
  world.work.callOff()
  const kept = settings ? world.firstSettings : world.state.settings
  world.state = firstState(structuredClone(kept), world.state.startedAt)
  world.habits = structuredClone(world.firstHabits)
  world.faults = {}
  world.calls = []
  world.prompts = []
  world.deliveries = []
  world.held = []
  world.queues.clear()
  world.batches.clear()
  world.subscriptions.clear()
  world.changed()
  world.news.tell({ type: 'reset' })
}

export const steeringRoutes = (world: World): Hono =>
  new Hono()
    .get('/settings', (c) => c.json(world.habits))
    .put('/settings', async (c) => {
      const { mode, statusDelaysMs, ...habits } = await bodyOf(c, HabitsChange)
      Object.assign(world.habits, habits)
      Object.assign(world.habits.statusDelaysMs, statusDelaysMs)
      if (mode) for (const webhook of world.state.settings.webhooks) webhook.mode = mode
      world.changed()
      return c.json(world.habits)
    })
    .get('/faults', (c) => c.json(faultsOf(world)))
    .put('/faults', async (c) => {
      const { loggedOut, ...faults } = await bodyOf(c, FaultsChange)
      Object.assign(world.faults, faults)
      if (loggedOut !== undefined) link(world, loggedOut ? 'QR' : 'AUTH')
      return c.json(faultsOf(world))
    })
    .delete('/faults', (c) => {
      world.faults = {}
      world.state.account = 'ok'
      link(world, 'AUTH')
      return c.json(faultsOf(world))
    })
    .get('/channel', (c) => c.json(channelOf(world)))
    .put('/channel', async (c) => {
      const { status, account, silent } = await bodyOf(c, Channel)
      if (account) world.state.account = account
      if (status) link(world, status, { silent })
      world.changed()
      return c.json(channelOf(world))
    })
    .post('/qr', (c) => {
      announceQr(world)
      return c.json({ success: true })
    })
    .post('/reset', async (c) => {
      const { settings } = await bodyOf(c, Reset)
      reset(world, settings)
      return c.json({ success: true })
    })

const channelOf = ({ state: { status, account } }: World) => ({ status, account })

const faultsOf = (world: World) => ({
  ...Object.fromEntries(Object.entries(world.faults).filter(([, fault]) => fault)),
  ...(!isLinked(world) && { loggedOut: true }),
})
