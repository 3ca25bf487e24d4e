import * as z from 'zod'
import { digitsOf } from '../ids.ts'
import { check, notFound } from '../problem.ts'
import type { Customer, Group } from '../state.ts'
import { customer } from '../state.ts'
import { customerOf, groupOf, privateChatOf, type World } from '../world.ts'

/** A number as people write it, as WHAPI's digits. */
export const Phone = z.string().transform((written, ctx) => {
  const digits = digitsOf(written.replace(/@.*$/, ''))
  if (digits) return digits
  ctx.addIssue({ code: 'custom', message: 'not a phone number' })
  return z.NEVER
})

/** Adds a customer, or renames the one with this number. */
export function addCustomer(world: World, phone: string, name: string): Customer {
  const known = customerOf(world, phone)
  if (known) known.name = name
  const person = known ?? customer(phone, name)
  if (!known) world.state.customers.push(person)
  world.changed()
  world.news.tell({ type: 'customers' })
  return person
}

/** Whoever writes has a phone from then on. */
export function writer(world: World, phone: string, name?: string): Customer {
  const known = customerOf(world, phone)
  return known && !name ? known : addCustomer(world, phone, name ?? phone)
}

export function knownCustomer(world: World, phone: string): Customer {
  const person = customerOf(world, phone)
  if (!person) throw notFound('customer')
  return person
}

export function knownGroup(world: World, id: string): Group {
  const group = groupOf(world, id)
  if (!group) throw notFound('group')
  return group
}

/** The chat that a number, a lid or a group's id means. */
export function chatNamed(world: World, named: string): string {
  if (/@(g\.us|lid)$/.test(named)) return named
  const phone = check(Phone, named)
  const person = customerOf(world, phone)
  return person ? privateChatOf(person) : `${phone}@s.whatsapp.net`
}
