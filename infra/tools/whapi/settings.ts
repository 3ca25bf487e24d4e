import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'

/** The header each delivery carries the secret in. */
export const secretHeader = 'X-Webhook-Secret'

const EventName = z.object({ type: z.string(), method: z.string() })
export type EventName = z.infer<typeof EventName>

const Webhook = z.looseObject({
  url: z.string(),
  mode: z.string().optional(),
  headers: z.record(z.string(), z.string()).nullish(),
  events: z.array(EventName).nullish(),
  webhook_max_age_seconds: z.number().nullish(),
})
type Webhook = z.infer<typeof Webhook>

/** A channel's settings, as far as they matter to us (whapi.readme.io). */
export const Settings = z.looseObject({
  callback_persist: z.boolean().default(false),
  media: z.looseObject({ auto_download: z.array(z.string()).nullish() }).nullish(),
  webhooks: z.array(Webhook).nullish(),
})
export type Settings = z.infer<typeof Settings>

/** What Balas wants of a channel. */
export interface Wanted {
  url: string
  secret: string
  /** What the provider can tell at all; without it, whatever we know of. */
  available?: EventName[]
}

/** Every kind of news Balas can use. */
const usedEvents: EventName[] = Object.entries({
  messages: ['post', 'put', 'patch', 'delete'],
  statuses: ['post', 'put'],
  chats: ['post', 'put', 'patch', 'delete'],
  contacts: ['post', 'patch'],
  groups: ['post', 'put', 'patch'],
  presences: ['post'],
  calls: ['post'],
  labels: ['post', 'delete'],
  channel: ['post', 'patch'],
  users: ['post', 'delete'],
}).flatMap(([type, methods]) => methods.map((method) => ({ type, method })))

const mediaKinds = ['image', 'audio', 'voice', 'video', 'document', 'sticker']

const named = ({ type, method }: EventName) => `${type}.${method}`

function eventsFor({ available }: Wanted): EventName[] {
  if (!available) return usedEvents
  const known = new Set(available.map(named))
  return usedEvents.filter((event) => known.has(named(event)))
}

const secretOf = ({ headers }: Webhook) =>
  Object.entries(headers ?? {}).find(([name]) => /^x-webhook-secret$/i.test(name))?.[1]

const bare = (url: string) => url.replace(/\/$/, '')

/** Ours is the one with our address, or an older one that carries our secret to another. */
const isOurs = (webhook: Webhook, { url, secret }: Wanted) =>
  bare(webhook.url) === bare(url) || secretOf(webhook) === secret

const autoDownload = (settings: Settings) => settings.media?.auto_download ?? []

/** What has to be asked of the provider; what others have set up stays. Empty if all is as it should be. */
export function changesOf(settings: Settings, wanted: Wanted): Partial<Settings> {
  const webhooks = settings.webhooks ?? []
  const ours = {
    url: wanted.url,
    mode: 'body',
    headers: { [secretHeader]: wanted.secret },
    events: eventsFor(wanted),
  }
  const kinds = [...new Set([...autoDownload(settings), ...mediaKinds])]
  return {
    ...(driftOfWebhook(settings, wanted).length > 0 && {
      webhooks: [...webhooks.filter((it) => !isOurs(it, wanted)), ours],
    }),
    ...(!settings.callback_persist && { callback_persist: true }),
    ...(kinds.length > autoDownload(settings).length && {
      media: { ...settings.media, auto_download: kinds },
    }),
  }
}

/** All webhooks but ours, if ours is among them. */
export function withoutOurs({ webhooks }: Settings, wanted: Wanted): Partial<Settings> {
  const others = (webhooks ?? []).filter((it) => !isOurs(it, wanted))
  return others.length < (webhooks ?? []).length ? { webhooks: others } : {}
}

function driftOfWebhook({ webhooks }: Settings, wanted: Wanted): string[] {
  const ours = (webhooks ?? []).filter((it) => isOurs(it, wanted))
  const [webhook, ...more] = ours
  if (!webhook) return ['it does not deliver to us']
  const { mode = 'body', events, webhook_max_age_seconds } = webhook
  const told = new Set(events?.map(named))
  const untold = events ? eventsFor(wanted).filter((event) => !told.has(named(event))) : []
  return [
    more.length > 0 && 'it delivers to us more than once',
    bare(webhook.url) !== bare(wanted.url) && `it delivers to ${webhook.url}`,
    secretOf(webhook) !== wanted.secret && 'its secret is not ours',
    mode !== 'body' && `its mode is ${mode} and not body`,
    untold.length > 0 && `it does not tell of ${untold.map(named).join(', ')}`,
    webhook_max_age_seconds && `it drops what is older than ${webhook_max_age_seconds} s`,
  ].filter((it) => typeof it === 'string')
}

/** In which ways the settings differ from what Balas wants, in words. */
export const driftOf = (settings: Settings, wanted: Wanted): string[] => {
  const lacking = mediaKinds.filter((kind) => !autoDownload(settings).includes(kind))
  return [
    ...driftOfWebhook(settings, wanted),
    ...(settings.callback_persist ? [] : ['it forgets what was not delivered when it restarts']),
    ...(lacking.length > 0 ? [`it does not keep these files: ${lacking.join(', ')}`] : []),
  ]
}

/** Did every setting that was there before, and is not ours, stay as it was? */
export const keptOthers = (before: Settings, after: Settings, wanted: Wanted): boolean => {
  const others = ({ webhooks }: Settings) => (webhooks ?? []).filter((it) => !isOurs(it, wanted))
  return isDeepStrictEqual(others(before), others(after))
}
