import { Hono } from 'hono'
import * as z from 'zod'
import { chatIdOf } from '../ids.ts'
import { contactOf } from '../people/contact.ts'
import { bodyOf, check, notFound, queryOf } from '../problem.ts'
import type { Customer } from '../state.ts'
import { customerOf, type World } from '../world.ts'
import { pageOf } from './history.ts'

const ContactId = z.string().regex(/^\d{7,20}(@s\.whatsapp\.net|@lid)?$/, 'not a contact id')
const Lid = z.string().regex(/^\d{7,20}(@lid)?$/, 'not a lid')

export function contactRoutes(world: World): Hono {
  const get = (id: string): Customer => {
    const person = customerOf(world, chatIdOf(check(ContactId, id)))
    if (!person) throw notFound('contact')
    return person
  }
  /** While WhatsApp hides a number for good, nobody learns it. */
  const secret = (person: Customer) => person.secret || world.faults.useLid?.resolvable === false

  return new Hono()
    .get('/contacts', (c) => c.json(pageOf(c, 'contacts', world.state.customers.map(contactOf))))
    .post('/contacts', async (c) => {
      const Check = z.strictObject({
        contacts: z.array(z.string()).min(1),
        blocking: z.enum(['no_wait', 'wait']).optional(),
        force_check: z.boolean().optional(),
      })
      const { contacts } = await bodyOf(c, Check)
      return c.json({ contacts: contacts.map(checkOf) })
    })
    .get('/contacts/lids', (c) => {
      const { ContactIDList } = queryOf(c, z.object({ ContactIDList: z.string() }))
      const known = ContactIDList.split(',').flatMap((id) => {
        const person = customerOf(world, chatIdOf(check(ContactId, id)))
        return person ? [[id, { lid: person.lid }]] : []
      })
      return c.json(Object.fromEntries(known))
    })
    .get('/contacts/lids/:id', (c) => c.json({ lid: get(c.req.param('id')).lid }))
    .get('/contacts/ids/:lid', (c) => {
      const lid = check(Lid, c.req.param('lid')).replace(/(@lid)?$/, '@lid')
      const person = world.state.customers.find((each) => each.lid === lid)
      if (!person || secret(person)) throw notFound('contact')
      return c.json({ id: `${person.phone}@s.whatsapp.net` })
    })
    .get('/contacts/:id', (c) => c.json(contactOf(get(c.req.param('id')))))
    .get('/contacts/:id/profile', (c) => {
      const { name, avatar } = get(c.req.param('id'))
      const icon = avatar && { icon: avatar, icon_full: avatar }
      return c.json({ name, about: '', push_name: name, ...icon })
    })
}

function checkOf(input: string) {
  const digits = input.replace(/\D/g, '')
  const valid = /^[1-9]\d{7,14}$/.test(digits)
  return valid ? { input, status: 'valid', wa_id: digits } : { input, status: 'invalid' }
}
