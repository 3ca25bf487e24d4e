import { isDeepStrictEqual } from 'node:util'
import { Hono } from 'hono'
import * as z from 'zod'
import { bodyOf, WhapiProblem } from '../problem.ts'
import { eventMethods, eventTypes, Settings, Webhook } from '../settings-schema.ts'
import { request } from '../webhook/post.ts'
import type { World } from '../world.ts'

/** Each field as in Settings, but without its default: what is not named stays. */
const SettingsChange = z
  .strictObject(
    Object.fromEntries(
      Object.entries(Settings.shape).map(([name, field]) => [
        name,
        (field instanceof z.ZodDefault ? field.unwrap() : field) as z.ZodType,
      ]),
    ),
  )
  .partial()

const available: Record<string, readonly string[]> = {
  messages: eventMethods,
  statuses: ['post', 'put'],
  chats: eventMethods,
  contacts: ['post', 'patch'],
  groups: ['post', 'put', 'patch'],
  presences: ['post'],
  calls: ['post'],
  channel: ['post', 'patch'],
  users: ['post', 'delete'],
  labels: ['post', 'delete'],
  service: ['post'],
}

const Test = z.strictObject({
  url: Webhook.shape.url,
  type: z.enum(eventTypes).optional(),
  mode: z.enum(['body', 'path', 'method']).optional(),
  headers: Webhook.shape.headers,
})

export const settingsRoutes = (world: World): Hono =>
  new Hono()
    .get('/settings', (c) => c.json(world.state.settings))
    .patch('/settings', async (c) => {
      const change = await bodyOf(c, SettingsChange)
      const before = world.state.settings
      const after = Settings.parse({ ...before, ...change })
      world.state.settings = after
      world.changed()
      const changes = (Object.keys(after) as (keyof Settings)[]).filter(
        (name) => !isDeepStrictEqual(before[name], after[name]),
      )
      return c.json({ before_update: before, after_update: after, changes })
    })
    .delete('/settings', (c) => {
      const usual = Settings.parse({})
      if (isDeepStrictEqual(world.state.settings, usual)) {
        throw new WhapiProblem(409, 'settings already reset')
      }
      world.state.settings = usual
      world.changed()
      return c.json({ success: true })
    })
    .get('/settings/events', (c) =>
      c.json(
        Object.entries(available).flatMap(([type, methods]) =>
          methods.map((method) => ({ type, method })),
        ),
      ),
    )
    .post('/settings/webhook_test', async (c) => {
      const { url, type = 'messages', headers = {} } = await bodyOf(c, Test)
      const event = { type, event: 'post' }
      const body = JSON.stringify({ event, channel_id: world.channelId })
      const { status } = await request(world, url, { method: 'POST', headers, body })
      if (status !== 200) throw new WhapiProblem(400, `webhook answered ${status ?? 'nothing'}`)
      return c.json({ success: true })
    })
