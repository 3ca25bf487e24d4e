import * as z from 'zod/mini'
import type { ParkedWhy } from '../../../../shared/parked.ts'
import { fieldsOf, words } from './values.ts'

/** What a delivery says of itself, and its fields with the items of each. */
export interface Envelope {
  /** Null: it does not say. */
  channelId: unknown
  method: string | undefined
  fields: [name: string, items: unknown[]][]
}

const Event = z.object({ event: words(10), method: words(10) })

/** WHAPI's help calls it `event`, its OpenAPI file `method`. */
const methodIn = (event: unknown) => {
  const { event: called, method } = fieldsOf(Event, event)
  return called ?? method
}

const isMeagre = (value: unknown) => typeof value !== 'object'

/** The field under which single words and numbers are found that nobody knows: nothing can be made of them. */
export const otherFields = 'other fields'

/**
 * Several fields may come at once, and one item without its list; so the fields are looked at, never what
 * the event calls itself. Undefined when it is no object.
 */
export function opened(payload: unknown, isKnown: (name: string) => boolean): Envelope | undefined {
  if (!payload || typeof payload !== 'object' || Array.isArray(payload)) return undefined
  const { channel_id = null, event, ...fields } = payload as Record<string, unknown>
  return {
    channelId: channel_id,
    method: methodIn(event),
    fields: Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [
        isKnown(name) || !isMeagre(value) ? name : otherFields,
        Array.isArray(value) ? value : [value],
      ]),
  }
}

/** In technical words, and for everybody. */
export interface Reason {
  reason: string
  why: ParkedWhy
}

/** The same envelope around what could not be read, by reason: what is parked can be delivered again. */
export function parcels({ method, channelId }: Pick<Envelope, 'method' | 'channelId'>) {
  const byReason = new Map<string, { why: ParkedWhy; fields: Map<string, unknown[]> }>()
  return {
    put({ reason, why }: Reason, field: string, item: unknown) {
      const { fields } = byReason.get(reason) ?? { fields: new Map<string, unknown[]>() }
      const items = fields.get(field) ?? []
      items.push(item)
      byReason.set(reason, { why, fields: fields.set(field, items) })
    },
    all: () =>
      [...byReason].map(([reason, { why, fields }]) => ({
        reason,
        why,
        item: {
          ...Object.fromEntries(fields),
          ...(method ? { event: { event: method } } : {}),
          ...(channelId === null ? {} : { channel_id: channelId }),
        },
      })),
  }
}
