import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import * as z from 'zod'
import { bodyOf, Flag, queryOf } from '../problem.ts'
import type { World } from '../world.ts'

const Idle = z.strictObject({ timeoutMs: z.int().min(0).max(600_000).default(5000) })

/** What was asked of the provider, what it posted, and whether it is done. */
export const lookingRoutes = (world: World): Hono =>
  new Hono()
    .get('/calls', (c) => {
      const { sends } = queryOf(c, z.strictObject({ sends: Flag.optional() }))
      const calls = world.calls.filter(({ send }) => sends === undefined || send === sends)
      return c.json({ calls, count: calls.length })
    })
    .get('/sent', (c) => {
      const { to } = queryOf(c, z.strictObject({ to: z.string().optional() }))
      const sent = world.state.messages
        .filter(({ accepted }) => accepted)
        .map(({ message }) => message)
        .filter(({ chat_id }) => to === undefined || chat_id.split('@')[0] === to.split('@')[0])
      return c.json({ sent, count: sent.length })
    })
    .get('/deliveries', (c) =>
      c.json({
        deliveries: world.deliveries.map(({ body, content: _, ...rest }) => ({
          ...rest,
          payload: JSON.parse(body),
        })),
      }),
    )
    .get('/openai', (c) => c.json({ prompts: world.prompts }))
    .post('/idle', async (c) => {
      const { timeoutMs } = await bodyOf(c, Idle)
      if (await world.work.idle(timeoutMs)) return c.json({ idle: true })
      const message = `still busy: ${world.work.pending} pending`
      return c.json({ idle: false, error: { code: 504, message } }, 504)
    })
    .get('/events', (c) => events(world, c))

/** The phone page's live view: server-sent events until it goes away. */
function events(world: World, c: Context): Response {
  return streamSSE(c, async (stream) => {
    await stream.writeSSE({ event: 'ready', data: '{}' })
    const stop = world.news.listen((news) => {
      stream.writeSSE({ data: JSON.stringify(news) }).catch(() => stream.abort())
    })
    const gone = new Promise<void>((resolve) => stream.onAbort(resolve))
    const pulse = setInterval(() => stream.write(': still here\n\n').catch(() => {}), 15_000)
    await gone
    clearInterval(pulse)
    stop()
  })
}
