import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { strike } from '../faults.ts'
import { show } from '../people/bubble.ts'
import type { EventName } from '../settings-schema.ts'
import { storedOf, type World } from '../world.ts'
import { type Delivery, messageIdsOf, wants } from './delivery.ts'
import { post } from './post.ts'

const kept = 5000

const envelope = (world: World, { type, method }: EventName, content: object): string =>
  JSON.stringify({ ...content, event: { type, event: method }, channel_id: world.channelId })

/**
 * Tells every webhook that wants it, as it stands now: later changes are later events. Per webhook
 * and chat, deliveries leave in the order of their events, each once the one before got its 200.
 */
export function announce(
  world: World,
  type: EventName['type'],
  method: EventName['method'],
  chatId: string,
  content: Record<string, unknown>,
): void {
  const event = { type, method }
  for (const webhook of world.state.settings.webhooks.filter((each) => wants(each, event))) {
    const delivery: Delivery = {
      id: ulid(),
      url: webhook.url,
      event,
      chatId,
      content: structuredClone(content),
      body: envelope(world, event, content),
      delayMs: 0,
      copies: 1,
      attempts: [],
      state: 'waiting',
    }
    if (world.habits.batchMs > 0) collect(world, delivery)
    else release(world, delivery)
  }
}

function collect(world: World, delivery: Delivery): void {
  const key = `${delivery.url} ${delivery.event.type}.${delivery.event.method}`
  const batch = world.batches.get(key)
  if (batch) {
    for (const [name, items] of Object.entries(delivery.content)) {
      const before = batch.content[name]
      batch.content[name] =
        Array.isArray(before) && Array.isArray(items) ? [...before, ...items] : items
    }
    batch.body = envelope(world, batch.event, batch.content)
    return
  }
  const started = { ...delivery, chatId: '*' }
  world.batches.set(key, started)
  world.work.after(world.habits.batchMs, () => {
    world.batches.delete(key)
    release(world, started)
  })
}

function release(world: World, delivery: Delivery): void {
  world.deliveries.push(delivery)
  world.changed()
  if (world.deliveries.length > kept) world.deliveries.shift()
  if (strike(world.faults, 'drop')) {
    delivery.state = 'dropped'
    return
  }
  delivery.delayMs = strike(world.faults, 'delayMs')?.ms ?? 0
  delivery.copies = strike(world.faults, 'double') ? 2 : 1
  const reorder = strike(world.faults, 'reorder')
  if (reorder) hold(world, delivery, reorder.windowMs)
  else enqueue(world, delivery)
}

function hold(world: World, delivery: Delivery, windowMs: number): void {
  world.held.push(delivery)
  if (world.held.length > 1) return
  world.work.after(windowMs, () => {
    world.work.track(carryAll(world, world.held.splice(0).reverse()))
  })
}

async function carryAll(world: World, deliveries: Delivery[]): Promise<void> {
  const { signal } = world.work
  for (const delivery of deliveries) await carry(world, delivery, signal)
}

/** What was under way when the simulator stopped; a webhook that moved gets it at its new address. */
export function resumeDeliveries(world: World, waiting: Delivery[]): void {
  const { webhooks } = world.state.settings
  for (const delivery of waiting) {
    const known = webhooks.some(({ url }) => url === delivery.url)
    const url = known ? delivery.url : (webhooks[0]?.url ?? delivery.url)
    const resumed = { ...delivery, url }
    world.deliveries.push(resumed)
    enqueue(world, resumed)
  }
}

function enqueue(world: World, delivery: Delivery): void {
  const key = `${delivery.url} ${delivery.chatId}`
  const queue = world.queues.get(key)
  if (queue) {
    queue.push(delivery)
    return
  }
  const started = [delivery]
  world.queues.set(key, started)
  world.work.track(drain(world, key, started))
}

async function drain(world: World, key: string, queue: Delivery[]): Promise<void> {
  const { signal } = world.work
  for (let next = queue[0]; next && !signal.aborted; next = queue[0]) {
    await carry(world, next, signal)
    queue.shift()
  }
  if (world.queues.get(key) === queue) world.queues.delete(key)
}

/** Until the answer is 200, each try later than the one before; or until it is called off. */
async function carry(world: World, delivery: Delivery, signal: AbortSignal): Promise<void> {
  const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => {})
  if (delivery.delayMs > 0) await pause(delivery.delayMs)
  for (let tries = 1; !signal.aborted; tries += 1) {
    const { settings } = world.state
    const webhook = settings.webhooks.find(({ url }) => url === delivery.url)
    if (!webhook) break
    const posts = Array.from({ length: delivery.copies }, () => post(world, webhook, delivery))
    const attempts = await Promise.all(posts)
    delivery.attempts.push(...attempts)
    if (attempts.some(({ status }) => status === 200)) {
      delivery.state = 'delivered'
      world.changed()
      tick(world, delivery)
      return
    }
    const step = world.habits.backoffMs ?? settings.callback_backoff_delay_ms
    await pause(Math.min(step * tries, settings.max_callback_backoff_delay_ms))
  }
  delivery.state = 'abandoned'
}

function tick(world: World, delivery: Delivery): void {
  for (const id of messageIdsOf(delivery)) {
    const stored = storedOf(world, id)
    if (stored?.tick !== 'sent') continue
    stored.tick = 'delivered'
    show(world, stored)
  }
}
