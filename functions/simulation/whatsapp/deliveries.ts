import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { strikes } from '../faults.ts'
import { invoke } from '../invocation.ts'
import { world } from '../world.ts'

type Webhook = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>

export interface Payload {
  messages?: Record<string, unknown>[]
  statuses?: Record<string, unknown>[]
  [field: string]: unknown
}

type Field = 'messages' | 'statuses'

export interface Deliveries {
  /** News that may travel alone, or with other news, or get lost unless it `mustCome`. */
  tell: (field: Field, item: Record<string, unknown>, mustCome?: boolean) => void
  /** A body as it is. */
  post: (body: string, payload?: Payload) => void
}

const limitMs = 10_000
const backoffMs = 3_000
const longestMs = 600_000

/** Delivers until it hears exactly 200, later and later. `heard` is told of each 200. */
export function createDeliveries(
  webhook: Webhook,
  headers: Record<string, string>,
  channelId: string,
  heard: (payload: Payload) => void,
): Deliveries {
  const { clock, random, note } = world()
  let waiting: { field: Field; item: Record<string, unknown> }[] = []

  async function attempt(body: string, payload: Payload | undefined, failures: number) {
    const rawPath = random.chance(0.5) ? '/webhook/whapi' : '/webhook/whapi/messages'
    note('whapi', () => `delivers ${body.slice(0, 400)}`)
    const event = { rawPath, body, headers } as unknown as APIGatewayProxyEventV2
    const ended = await invoke('webhook', limitMs, () => webhook(event))
    const ok = ended.is === 'answered' && ended.answer.statusCode === 200
    note('whapi', () => `hears ${ended.is === 'answered' ? ended.answer.statusCode : ended.is}`)
    if (ok && payload) heard(payload)
    if (ok && !strikes('deliveryUnheard')) return
    const wait = Math.min(longestMs, backoffMs * (failures + 1))
    clock.in(wait, () => void attempt(body, payload, failures + 1))
  }

  function post(body: string, payload?: Payload) {
    const soon = () =>
      strikes('deliveryLate') ? random.between(2_000, 90_000) : random.between(20, 400)
    clock.in(soon(), () => void attempt(body, payload, 0))
    if (strikes('deliveryTwice'))
      clock.in(soon() + random.between(0, 20_000), () => void attempt(body, payload, 0))
  }

  function send(items: typeof waiting) {
    const payload: Payload = {
      channel_id: channelId,
      event: { type: items[0]?.field, event: 'post' },
    }
    for (const { field, item } of items) payload[field] = [...(payload[field] ?? []), item]
    post(JSON.stringify(payload), payload)
  }

  return {
    post,
    tell(field, item, mustCome = false) {
      if (!mustCome && strikes('deliveryLost'))
        return note('whapi', () => `never delivers ${JSON.stringify(item)}`)
      if (!strikes('batched')) return send([{ field, item }])
      waiting.push({ field, item })
      if (waiting.length > 1) return
      clock.in(random.between(200, 2_500), () => {
        const items = waiting
        waiting = []
        send(items)
      })
    },
  }
}
