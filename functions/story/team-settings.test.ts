import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Preferences } from '../../shared/preferences.ts'
import { eventually, type Member, member, newAgent, newNumber, signIn, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})
/** Functions keep the shop's settings for ten seconds. */
const keptMs = 10_500

afterAll(async () => {
  await admin.call('PATCH', '/settings', { hours: null })
  await admin.call('PATCH', '/settings/bot', { away: null, fallback: null })
  await sleep(keptMs)
})

/** Open for one minute, three days from now. */
function closedNow() {
  const today = (new Date().getUTCDay() + 6) % 7
  const days = Array.from({ length: 7 }, (_, day) =>
    day === (today + 3) % 7 ? { from: '00:00', to: '00:01' } : null,
  )
  return { timeZone: 'UTC', days }
}

test('while the shop is closed each customer is told once, in the shop’s own words', async () => {
  const away = { id: 'Kami tutup, besok dibalas.', en: 'Closed, back tomorrow.' }
  const fallback = { id: 'Sebentar ya.', en: 'One moment.' }
  await admin.call('PATCH', '/settings', { hours: closedNow() })
  await admin.call('PATCH', '/settings/bot', { away, fallback })
  await sleep(keptMs)
  const number = newNumber()
  const answers = (count: number) =>
    eventually(async () => {
      const sent = await sim.sentTo(number)
      return sent.length >= count ? sent.map(({ text }) => text?.body) : undefined
    })
  await sim.write(number, 'SKU 4411 kak')
  expect(await answers(1)).toEqual([`${fallback.id}\n\n${away.id}`])
  await sim.write(number, 'SKU 4412 kak')
  expect((await answers(2)).at(-1)).toBe(fallback.id)
})

test('what is wrong with a setting is named by its field', async () => {
  const hours = { timeZone: 'Asia/Nowhere', days: closedNow().days }
  expect(await admin.call('PATCH', '/settings', { hours })).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_input', field: 'hours.timeZone' } },
  })
  const handover = { keywords: { id: ['cs'], en: [] }, text: { id: 'Baik', en: '' } }
  expect(await admin.call('PATCH', '/settings/bot', { handover })).toMatchObject({
    status: 400,
    body: { error: { field: 'handover.text.en' } },
  })
})

test('agents neither read nor change what the bot says', async () => {
  const ayu = await newAgent(admin)
  const calls = [
    ayu.call('GET', '/settings/bot'),
    ayu.call('PATCH', '/settings/bot', { away: null }),
  ]
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403])
})

test('a password is changed by whoever knows it, and holds from then on', async () => {
  const ayu = await newAgent(admin)
  const { username } = ayu.session.user
  const change = (password: string) =>
    ayu.call('POST', '/session/password', { password, newPassword: 'pilihan-baru-1' })
  expect(await change('salah-salah')).toMatchObject({
    status: 403,
    body: { error: { code: 'wrong_password' } },
  })
  expect((await change('rahasia-123')).status).toBe(200)
  expect((await signIn(username, 'rahasia-123')).status).toBe(401)
  expect((await signIn(username, 'pilihan-baru-1')).status).toBe(200)
})

test('who is let in with a temporary password has to choose another one', async () => {
  const username = `baru-${ulid().toLowerCase().slice(-8)}`
  const user = { username, password: 'sementara-1', name: 'Baru', role: 'agent', temporary: true }
  expect((await admin.call('POST', '/users', user)).status).toBe(201)
  expect(await signIn(username, 'sementara-1')).toMatchObject({
    body: { error: { code: 'new_password_required' } },
  })
})

test('what somebody likes follows them to the next device, and is nobody else’s', async () => {
  const [ayu, budi] = await Promise.all([newAgent(admin), newAgent(admin)])
  await ayu.call('PATCH', '/me', { language: 'id', muted: ['chat1'] })
  const liked = async (one: Member) =>
    (await one.call<{ preferences: Preferences }>('GET', '/me')).body.preferences
  expect(await liked(ayu)).toEqual({ language: 'id', muted: ['chat1'] })
  expect(await liked(budi)).toEqual({ muted: [] })
})

test('the chats of whoever leaves are offered to the others', async () => {
  const ayu = await newAgent(admin)
  const { id } = ayu.session.user
  const number = newNumber()
  await sim.write(number, 'Halo')
  const chat = await ayu.chatOf(number)
  await ayu.patch(chat.id, { assigneeId: id, expectedAssigneeId: null })
  await admin.call('PATCH', `/users/${id}`, { disabled: true })
  expect((await admin.call('GET', `/users/${id}/chats`)).body).toEqual({ count: 1 })
  const { body } = await admin.call('POST', `/users/${id}/release`)
  expect(body).toEqual({ released: 1, left: 0 })
  const [free] = await admin.chats(`q=${number}`)
  expect(free?.assigneeId).toBeNull()
})
