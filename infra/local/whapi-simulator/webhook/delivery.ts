import type { EventName, Webhook } from '../settings-schema.ts'

export interface Attempt {
  at: string
  method: string
  url: string
  /** Null when no answer came. */
  status: number | null
  error?: string
}

/** One webhook payload on its way to one address. */
export interface Delivery {
  id: string
  /** Which configured webhook; its mode and headers are looked up anew for each attempt. */
  url: string
  event: EventName
  chatId: string
  content: Record<string, unknown>
  body: string
  delayMs: number
  copies: number
  attempts: Attempt[]
  state: 'waiting' | 'delivered' | 'dropped' | 'abandoned'
}

/** A webhook without a list of events gets all. */
export const wants = (webhook: Webhook, { type, method }: EventName): boolean =>
  !webhook.events || webhook.events.some((event) => event.type === type && event.method === method)

/**
 * Where a mode puts the event: in the body only, in the path, or in the method.
 * https://support.whapi.cloud/help-desk/receiving/webhooks/detailed-webhook-settings
 */
export function addressOf(
  webhook: Webhook,
  { type, method }: EventName,
  names: 'plural' | 'singular' = 'plural',
): { method: string; url: string } {
  if (webhook.mode === 'body') return { method: 'POST', url: webhook.url }
  const name = names === 'plural' ? type : type.replace(/(?<=status)es$|s$/, '')
  const url = new URL(webhook.url)
  const base = url.pathname.replace(/\/$/, '')
  const byPath = webhook.mode === 'path'
  url.pathname = byPath ? `${base}/${name}/${method}` : `${base}/${name}`
  return { method: byPath ? 'POST' : method.toUpperCase(), url: url.href }
}

const idsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.flatMap((item) => (typeof item?.id === 'string' ? [item.id] : [])) : []

export const messageIdsOf = ({ content }: Delivery): string[] => idsIn(content.messages)
