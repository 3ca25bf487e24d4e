import { beforeAll, expect, test } from 'vitest'
import type { CustomerPage } from '../../shared/contract/customers.ts'
import type { Receipt } from '../../shared/erasure.ts'
import { eventually, type Member, member, newAgent, newNumber, sim } from './stack.ts'

let admin: Member
let agent: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
  agent = await newAgent(admin)
})

/** Called again until it is done, as the dashboard does. */
const eraseAll = (who: Member, id: string) =>
  eventually(async () => {
    const { status, body } = await who.call<Receipt>('DELETE', `/customers/${id}`)
    if (status !== 200) throw new Error(`It answered ${status}`)
    return body.done ? body : undefined
  })

test('a customer who asks for it is given all that is known, is erased everywhere, and may write again', async () => {
  const number = newNumber()
  await sim.write(number, 'Alamat saya Jalan Melati 5')
  const chat = await agent.chatOf(number, ({ lastSeq }) => lastSeq === 2)
  const exported = await admin.call<CustomerPage>('GET', `/customers/${chat.id}`)
  expect(exported.body).toMatchObject({ chat: { id: chat.id }, cursor: null })
  expect(exported.body.ids.join()).toContain(number)
  expect(exported.body.messages.map(({ text }) => text)).toContain('Alamat saya Jalan Melati 5')

  for (const method of ['GET', 'DELETE'])
    expect((await agent.call(method, `/customers/${chat.id}`)).status).toBe(403)
  const counted = async () => (await admin.call<{ all: number }>('GET', '/counts')).body.all
  const [before, { socket, events }] = await Promise.all([counted(), agent.listen()])
  const receipt = await eraseAll(admin, chat.id)
  expect(receipt).toMatchObject({ id: chat.id, chats: 1, messages: 2 })
  expect(await counted()).toBe(before - 1)
  await eventually(() =>
    events.find((event) => event.type === 'chat.hidden' && event.chatId === chat.id),
  )
  expect((await admin.call('GET', `/chats/${chat.id}`)).status).toBe(404)
  expect((await admin.call('GET', `/customers/${chat.id}`)).status).toBe(404)
  expect(await admin.chats(`q=${number}`)).toEqual([])
  const { items } = (await admin.call<{ items: Receipt[] }>('GET', '/erasures')).body
  expect(items).toContainEqual(receipt)
  expect(JSON.stringify(items)).not.toContain(number)

  await sim.write(number, 'Halo lagi')
  const anew = await agent.chatOf(number, ({ lastSeq }) => lastSeq === 2)
  expect(anew.id).toBe(chat.id)
  expect(anew.rev).toBeGreaterThan(chat.rev)
  await eventually(() =>
    events.find((event) => event.type === 'message.changed' && event.message.text === 'Halo lagi'),
  )
  socket.close()
})

test('of a long chat nothing is left either', async () => {
  const number = newNumber()
  await Promise.all(Array.from({ length: 50 }, (_, at) => sim.write(number, `Baris ${at}`)))
  const chat = await admin.chatOf(number, ({ lastSeq }) => lastSeq >= 50)
  await admin.patch(chat.id, { mode: 'paused' })
  const { messages: erased } = await eraseAll(admin, chat.id)
  expect(erased).toBeGreaterThanOrEqual(50)
  expect(await admin.chats(`q=${number}`)).toEqual([])
})
