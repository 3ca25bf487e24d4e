import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Chat } from '../../shared/chat.ts'
import type { InboxEvent } from '../../shared/events.ts'
import type { Sight } from '../../shared/sight.ts'
import {
  eventually,
  type Listener,
  type Member,
  member,
  newAgent,
  newNumber,
  sim,
} from './stack.ts'

let admin: Member
let agent: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  agent = await newAgent(admin)
})
afterEach(() => decide(true))

const decide = (agentsSeeUnassigned: boolean) =>
  admin.call('PATCH', '/settings', { agentsSeeUnassigned })

const listOf = async (who: Member) =>
  (await who.call<{ items: Chat[]; sight: Sight }>('GET', '/chats?limit=100')).body

const heard = ({ events }: Listener, wanted: (event: InboxEvent) => boolean) =>
  eventually(() => events.find(wanted))

test('what agents see follows the shop’s decision at once, in every list and for every listener', async () => {
  const number = newNumber()
  await sim.write(number, 'Halo')
  const { id } = await agent.chatOf(number)
  await admin.patch(id, { mode: 'paused' })
  const listening = await Promise.all([agent.listen(), admin.listen()])
  const [ayu, boss] = listening
  const shows = async (who: Member) => (await listOf(who)).items.some((chat) => chat.id === id)

  await decide(false)
  expect([await shows(agent), await shows(admin)]).toEqual([false, true])
  const { sight } = await listOf(agent)
  expect(sight.unassigned).toBe(false)
  await heard(ayu, (event) => event.type === 'settings.changed' && event.sight.rev === sight.rev)
  expect((await agent.call('GET', `/chats/${id}`)).status).toBe(404)

  await sim.write(number, 'Ada orang?')
  await heard(
    boss,
    (event) => event.type === 'message.changed' && event.message.text === 'Ada orang?',
  )
  await decide(true)
  expect(await shows(agent)).toBe(true)
  await heard(ayu, (event) => event.type === 'settings.changed' && event.sight.unassigned)
  expect(ayu.events.filter(({ type }) => type === 'message.changed')).toEqual([])
  await sim.write(number, 'Halo?')
  await heard(ayu, (event) => event.type === 'message.changed' && event.message.text === 'Halo?')
  for (const { socket } of listening) socket.close()
})
