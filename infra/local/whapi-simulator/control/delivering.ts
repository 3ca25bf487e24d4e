import { Hono } from 'hono'
import * as z from 'zod'
import { bodyOf, invalid, notFound } from '../problem.ts'
import { addressOf, messageIdsOf } from '../webhook/delivery.ts'
import { request } from '../webhook/post.ts'
import { storedOf, type World } from '../world.ts'

const Repeat = {
  times: z.int().min(1).max(1000).default(1),
  concurrent: z.boolean().default(false),
}

const Raw = z.strictObject({
  payload: z.unknown().optional(),
  /** Sent as it is, in place of a payload. */
  rawBody: z.string().optional(),
  /** Over the webhook's own; null leaves one out. */
  headers: z.record(z.string(), z.string().nullable()).default({}),
  /** Appended to the webhook's address. */
  path: z.string().startsWith('/').optional(),
  method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']).default('POST'),
  ...Repeat,
})

const Again = z.strictObject({ messageId: z.string().min(1), ...Repeat })

interface Posting {
  url: string
  method: string
  headers: Record<string, string>
  body: string
}

async function repeat(
  world: World,
  { url, ...posting }: Posting,
  { times, concurrent }: { times: number; concurrent: boolean },
) {
  const once = () => request(world, url, posting)
  const answers = concurrent ? await Promise.all(Array.from({ length: times }, once)) : []
  while (answers.length < times) answers.push(await once())
  return { statuses: answers.map(({ status }) => status), answers }
}

/** Posting straight at the inbox, past the queue: any body, any number of times. */
export function deliveringRoutes(world: World): Hono {
  const webhook = () => {
    const [first] = world.state.settings.webhooks
    if (!first) throw invalid('no webhook is configured')
    return first
  }
  return new Hono()
    .post('/deliver', async (c) => {
      const { payload, rawBody, headers, path = '', method, ...times } = await bodyOf(c, Raw)
      if ((payload === undefined) === (rawBody === undefined)) {
        throw invalid('either payload or rawBody')
      }
      const { url, headers: usual = {} } = webhook()
      const merged = Object.entries({ ...usual, ...headers })
      const posting = {
        url: url.replace(/\/$/, '') + path,
        method,
        headers: Object.fromEntries(
          merged.filter((entry): entry is [string, string] => entry[1] !== null),
        ),
        body: rawBody ?? JSON.stringify(payload),
      }
      return c.json(await repeat(world, posting, times))
    })
    .post('/redeliver', async (c) => {
      const { messageId, ...times } = await bodyOf(c, Again)
      const before = world.deliveries.find((each) => messageIdsOf(each).includes(messageId))
      const message = storedOf(world, messageId)?.message
      if (!before && !message) throw notFound('message')
      const event = { type: 'messages', method: 'post' } as const
      const body = before?.body ?? {
        messages: [message],
        event: { type: 'messages', event: 'post' },
        channel_id: world.channelId,
      }
      const posting = {
        ...addressOf(webhook(), event, world.habits.pathNames),
        headers: webhook().headers ?? {},
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }
      return c.json(await repeat(world, posting, times))
    })
}
