import * as z from 'zod/mini'
import { call } from './call.ts'

const Event = z.object({ type: z.string(), method: z.string() })

const Webhook = z.looseObject({
  url: z.string(),
  mode: z.optional(z.nullable(z.string())),
  headers: z.optional(z.nullable(z.record(z.string(), z.string()))),
  events: z.optional(z.nullable(z.array(Event))),
  webhook_max_age_seconds: z.optional(z.nullable(z.number())),
})
type Webhook = z.infer<typeof Webhook>

const Settings = z.looseObject({
  callback_persist: z.optional(z.nullable(z.boolean())),
  webhooks: z.optional(z.nullable(z.array(Webhook))),
})

/** Without these nothing comes in, or no tick ever moves. */
const needed = [
  { type: 'messages', method: 'post' },
  { type: 'statuses', method: 'post' },
  { type: 'channel', method: 'post' },
]

const isOurs = ({ url }: Webhook) => /\/webhook\/whapi\/?$/.test(url)

const hasSecret = ({ headers }: Webhook) =>
  Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'x-webhook-secret')

/** All events are told where none are named. */
const tells = ({ events }: Webhook, { type, method }: z.infer<typeof Event>) =>
  !events?.length || events.some((event) => event.type === type && event.method === method)

function driftOf({ callback_persist, webhooks }: z.infer<typeof Settings>): string[] {
  const ours = webhooks?.find(isOurs)
  if (!ours) return ['no webhook']
  const { mode, webhook_max_age_seconds } = ours
  const untold = needed.filter((event) => !tells(ours, event))
  return [
    ...(hasSecret(ours) ? [] : ['no secret']),
    ...(mode && mode !== 'body' && untold.length > 0 ? [`mode ${mode}`] : []),
    ...untold.map(({ type, method }) => `no ${type}.${method}`),
    ...(webhook_max_age_seconds ? ['drops what is late'] : []),
    ...(callback_persist ? [] : ['forgets at a restart']),
  ]
}

/** In which ways the channel is no longer set up so that it tells us everything; undefined when it does not say. */
export async function settingsDrift(): Promise<string[] | undefined> {
  const answer = await call('GET', '/settings')
  if (answer.is !== 'done') return undefined
  const settings = Settings.safeParse(answer.body)
  return settings.success ? driftOf(settings.data) : undefined
}
