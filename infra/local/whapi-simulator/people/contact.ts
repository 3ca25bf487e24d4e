import type { Customer } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { idOf, privateChatOf, type World } from '../world.ts'

/** A person as the address book has it. */
export const contactOf = (person: Customer) => ({
  id: idOf(person),
  name: person.name,
  pushname: person.name,
  is_business: false,
  saved: false,
  ...(person.avatar && { profile_pic: person.avatar, profile_pic_full: person.avatar }),
})

export interface ContactChange {
  name?: string | undefined
  avatar?: string | undefined
  hidden?: boolean | undefined
  secret?: boolean | undefined
}

/** Renamed, a new picture, or the number hidden or shown; the first two are told. */
export function changeContact(world: World, person: Customer, change: ContactChange): void {
  const before = contactOf(person)
  for (const [name, value] of Object.entries(change)) {
    if (value !== undefined) Object.assign(person, { [name]: value })
  }
  world.changed()
  world.news.tell({ type: 'customers' })
  const after = contactOf(person)
  const chatId = privateChatOf(person)
  if (before.name !== after.name) {
    announce(world, 'contacts', 'post', chatId, { contacts: [after] })
  }
  if (before.profile_pic !== after.profile_pic) {
    const update = { before_update: before, after_update: after, changes: ['profile_pic'] }
    announce(world, 'contacts', 'patch', chatId, { contacts_updates: [update] })
  }
}
