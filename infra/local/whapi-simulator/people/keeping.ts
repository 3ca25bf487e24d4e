import type { Message, Stored } from '../state.ts'
import { customer } from '../state.ts'
import { customerOf, storedOf, type World } from '../world.ts'
import { show } from './bubble.ts'

/** Whoever is written to is a person with a phone from then on. */
export function meet(world: World, chatId: string, name?: string): void {
  const [phone = '', host] = chatId.split('@')
  if (host !== 's.whatsapp.net' || customerOf(world, chatId)) return
  world.state.customers.push(customer(phone, name ?? phone))
  world.news.tell({ type: 'customers' })
}

export function keep(world: World, message: Message, tick?: Stored['tick']): Stored {
  const stored: Stored = { message, reactions: {}, ...(tick && { tick }) }
  world.state.messages.push(stored)
  show(world, stored)
  return stored
}

/** What a reply shows of the message it answers; an unknown one is kept by its id. */
export function contextOf(world: World, quotedId: string) {
  const quoted = storedOf(world, quotedId)?.message
  if (!quoted) return { quoted_id: quotedId }
  return {
    quoted_id: quotedId,
    quoted_type: quoted.type,
    quoted_content: quoted[quoted.type],
    quoted_author: quoted.from,
  }
}
