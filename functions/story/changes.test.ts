import { ulid } from 'ulid'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../shared/message.ts'
import { deliver } from './payloads.ts'
import { eventually, type Member, member, newAgent, newNumber, sim } from './stack.ts'

let admin: Member
let agent: Member
let other: Member

beforeAll(async () => {
  await calm()
  admin = await member('admin')
  ;[agent, other] = await Promise.all([newAgent(admin), newAgent(admin, 'Budi')])
})
afterEach(() => calm())

async function calm() {
  await sim.calm()
  await sim.faults({ loggedOut: false })
  await deliver({ health: { status: { code: 4, text: 'AUTH' } } }, 'channel')
}

/** A reply of the agent's that has arrived. */
async function replied(text = 'Jam 9 ya kak') {
  const number = newNumber()
  const { id: asked } = await sim.write(number, 'Buka jam berapa?')
  const { id: chatId } = await agent.chatOf(number)
  await agent.patch(chatId, { assigneeId: agent.session.user.id })
  const id = ulid()
  await agent.send(chatId, text, id)
  await messageThat(chatId, id, ({ status }) => status === 'read')
  const [sent] = await sim.sentTo(number)
  return { chatId, id, asked, providerId: sent?.id ?? '' }
}

const messageThat = (chatId: string, id: string, wanted: (message: Message) => unknown) =>
  eventually(async () =>
    (await admin.thread(chatId)).find((message) => message.id === id && wanted(message)),
  )
const settled = ({ pending }: Message) => !pending

interface Call {
  method: string
  path: string
  status: number
  body?: { edit?: string; body?: string; emoji?: string }
}

/** What was asked of the provider about one message. */
async function callsAbout(providerId: string) {
  const { calls } = (await sim.steer<{ calls: Call[] }>('GET calls')).body
  return calls
    .filter(({ path, body }) => path.includes(providerId) || body?.edit === providerId)
    .map(({ method, body, status }) => [method, body?.body ?? body?.emoji, status])
}

const react = (who: Member, chatId: string, id: string, emoji: string) =>
  who.call<Message>('PUT', `/chats/${chatId}/messages/${id}/reaction`, { emoji })
const edit = (who: Member, chatId: string, id: string, text: string) =>
  who.call<Message>('PATCH', `/chats/${chatId}/messages/${id}`, { text })
const erase = (who: Member, chatId: string, id: string) =>
  who.call<Message>('DELETE', `/chats/${chatId}/messages/${id}`)
const versions = (who: Member, chatId: string, id: string) =>
  who.call<{ items: { text: string }[] }>('GET', `/chats/${chatId}/messages/${id}/versions`)

describe('a reaction of the team', () => {
  test('to a customer’s message is on its way at once, then on the phone, once; and is taken back', async () => {
    const { chatId, asked } = await replied()
    const first = await react(agent, chatId, asked, '👍')
    expect(first).toMatchObject({
      status: 200,
      body: { pending: [{ kind: 'reaction', value: '👍', userName: 'Ayu' }] },
    })
    const done = await messageThat(chatId, asked, settled)
    expect(done.reactions).toMatchObject([{ emoji: '👍', sender: 'phone' }])
    await react(agent, chatId, asked, '')
    await messageThat(chatId, asked, (message) => settled(message) && !message.reactions)
    expect(await callsAbout(asked)).toEqual([
      ['PUT', undefined, 200],
      ['PUT', '👍', 200],
      ['DELETE', undefined, 200],
    ])
  })
})

describe('an edit by the team', () => {
  test('reaches the provider once, shows in the thread, and what it said before is kept', async () => {
    const { chatId, id, providerId } = await replied()
    expect((await edit(agent, chatId, id, 'Jam 8 ya kak')).status).toBe(200)
    const done = await messageThat(chatId, id, (message) => settled(message) && message.editedAt)
    expect(done.text).toBe('Jam 8 ya kak')
    await sim.idle()
    expect(await callsAbout(providerId)).toEqual([['POST', 'Jam 8 ya kak', 200]])
    const before = (await versions(agent, chatId, id)).body.items
    expect(before.map(({ text }) => text)).toEqual(['Jam 9 ya kak'])
  })

  test('that WhatsApp refuses says why, and can be asked for again', async () => {
    const { chatId, id } = await replied()
    await sim.faults({ status: { code: 403, times: 1 } })
    await edit(agent, chatId, id, 'Jam 8 ya kak')
    const refused = await messageThat(chatId, id, ({ pending }) => pending?.[0]?.error)
    expect(refused).toMatchObject({
      text: 'Jam 9 ya kak',
      pending: [{ error: { code: 'forbidden' } }],
    })
    await edit(agent, chatId, id, 'Jam 8 ya kak')
    expect(await messageThat(chatId, id, settled)).toMatchObject({ text: 'Jam 8 ya kak' })
  })

  test('that WhatsApp refuses can be let be, and is gone for everybody', async () => {
    const { chatId, id } = await replied()
    await sim.faults({ status: { code: 403, times: 1 } })
    await edit(agent, chatId, id, 'Jam 8 ya kak')
    await messageThat(chatId, id, ({ pending }) => pending?.[0]?.error)
    const drop = () => agent.call<Message>('DELETE', `/chats/${chatId}/messages/${id}/changes/edit`)
    expect(await drop()).toMatchObject({ status: 200, body: { text: 'Jam 9 ya kak' } })
    expect(await messageThat(chatId, id, settled)).toMatchObject({ text: 'Jam 9 ya kak' })
    expect((await drop()).status).toBe(409)
  })

  test('that WhatsApp wants later is made a moment later, once', async () => {
    const { chatId, id, providerId } = await replied()
    await sim.faults({ status: { code: 429, times: 1 } })
    await edit(agent, chatId, id, 'Jam 8 ya kak')
    await messageThat(chatId, id, (message) => settled(message) && message.editedAt)
    expect((await callsAbout(providerId)).map(([, , status]) => status)).toEqual([429, 200])
    expect((await versions(agent, chatId, id)).body.items).toHaveLength(1)
  })

  test('waits while the number is logged out', async () => {
    const { chatId, id, providerId } = await replied()
    await sim.faults({ loggedOut: true })
    await edit(agent, chatId, id, 'Jam 7 ya kak')
    await edit(agent, chatId, id, 'Jam 8 ya kak')
    await sim.faults({ loggedOut: false })
    await messageThat(chatId, id, (message) => settled(message) && message.editedAt)
    const taken = (await callsAbout(providerId)).filter(([, , status]) => status === 200)
    expect(taken).toEqual([['POST', 'Jam 8 ya kak', 200]])
  })
})

describe('a deletion by the team', () => {
  test('reaches the provider once, leaves a gravestone, and is read by admins only', async () => {
    const { chatId, id, providerId } = await replied()
    await erase(agent, chatId, id)
    const done = await messageThat(chatId, id, (message) => settled(message) && message.deletedAt)
    expect(done).toMatchObject({ text: '', deletedAt: expect.any(String) })
    expect((await erase(agent, chatId, id)).status).toBe(200)
    await sim.idle()
    expect(await callsAbout(providerId)).toEqual([['DELETE', undefined, 200]])
    expect((await versions(agent, chatId, id)).status).toBe(403)
    const said = (await versions(admin, chatId, id)).body.items
    expect(said.map(({ text }) => text)).toEqual(['Jam 9 ya kak'])
    const late = await react(agent, chatId, id, '👍')
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'deleted' } } })
  })
})

describe('what may not be changed', () => {
  test('is what the customer said, what a colleague said, and what one may not see', async () => {
    const { chatId, id, asked } = await replied()
    expect((await edit(agent, chatId, asked, 'Tutup?')).status).toBe(403)
    expect((await erase(agent, chatId, asked)).status).toBe(403)
    expect((await edit(other, chatId, id, 'Tutup')).status).toBe(404)
    await admin.patch(chatId, { assigneeId: other.session.user.id })
    expect((await edit(other, chatId, id, 'Tutup')).status).toBe(403)
    expect((await edit(agent, chatId, id, 'Tutup')).status).toBe(404)
    expect((await edit(admin, chatId, id, 'Tutup')).status).toBe(200)
    expect((await react(other, chatId, 'nobody-knows-it', '👍')).status).toBe(404)
  })
})
