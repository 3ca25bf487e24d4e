import { strikes } from '../faults.ts'
import { world } from '../world.ts'
import type { Deliveries } from './deliveries.ts'
import { actionOf, type Change, type Held, held, type Said } from './messages.ts'

export interface Provider {
  held: Held[]
  loggedOut: boolean
  deliveries: Deliveries
  /** Somebody writes: a customer, the owner on the phone, another program. */
  say: (said: Said) => Held
  status: (message: Held, status: string) => void
  /** Somebody reacts to a message, edits it or deletes it. */
  amend: (message: Held, change: Change) => void
  logOut: (out: boolean) => void
}

/** WhatsApp and WHAPI: what was said, and the news of it. */
export function createProvider(deliveries: Deliveries): Provider {
  const provider: Provider = {
    held: [],
    loggedOut: false,
    deliveries,
    say(said) {
      const message = held(said)
      provider.held.push(message)
      world().note(
        said.fromMe ? 'number' : 'customer',
        () => `${message.id} in ${said.chat}: ${said.body}`,
      )
      // What is old by the time it comes would be looked for in the history where it is no more.
      deliveries.tell('messages', message.payload, (said.agoS ?? 0) > 0)
      if (message.fromMe) live(provider, message)
      return message
    },
    status(message, status) {
      message.status = status
      const seconds = String(Math.floor(world().clock.now / 1000))
      const errors = status === 'failed' ? [{ code: 131026, message: 'Undeliverable' }] : undefined
      const { id, chat: recipient_id } = message
      const item = { id, status, recipient_id, timestamp: seconds, ...(errors ? { errors } : {}) }
      // The history knows nothing of what was read on the phone.
      deliveries.tell('statuses', item, !message.fromMe)
    },
    amend(message, change) {
      message.changes.push(change)
      world().note(change.fromMe ? 'number' : 'customer', () => `${change.is} ${message.id}`)
      // The history tells only what became of it.
      deliveries.tell('messages', actionOf(message, change), true)
    },
    logOut(out) {
      provider.loggedOut = out
      world().note('number', () => (out ? 'is logged out' : 'is back'))
      const text = out ? 'QR' : 'AUTH'
      deliveries.post(JSON.stringify({ health: { status: { code: out ? 3 : 4, text } } }))
    },
  }
  return provider
}

/** A message of ours goes its way to the customer's eyes, or fails. */
export function live(provider: Provider, message: Held) {
  const { clock, random } = world()
  const isQuick = strikes('receiptsQuick')
  let at = isQuick ? random.between(5, 40) : random.between(50, 900)
  clock.in(at, () => provider.status(message, 'sent'))
  if (strikes('statusFailed')) {
    clock.in(at + random.between(50, 3_000), () => provider.status(message, 'failed'))
    return
  }
  for (const [status, odds] of [
    ['delivered', 0.95],
    ['read', 0.7],
  ] as const) {
    if (!random.chance(odds)) return
    at += isQuick ? random.between(5, 40) : random.between(50, random.chance(0.8) ? 4_000 : 300_000)
    clock.in(at, () => provider.status(message, status))
  }
}
