import { expect, test } from 'vitest'
import * as eg from '../example.ts'
import * as Connection from './connection.ts'
import * as Viewers from './viewers.ts'

const connected = async (fields: Partial<Connection.Connection> = {}) => {
  const connection = { id: crypto.randomUUID(), userId: crypto.randomUUID(), ...fields }
  await Connection.add({ name: 'Ayu', role: 'agent', ...connection })
  return connection
}
const looking = async (chatId: string, now?: number) =>
  Viewers.viewersOf(chatId, await Viewers.list(), now)

test('who looks at a chat is known to those who do, once however many pages are open', async () => {
  const chatId = eg.newChannelId()
  const [ayu, budi] = [await connected(), await connected({ name: 'Budi' })]
  const phone = await connected({ userId: ayu.userId })
  await connected()
  for (const { id } of [ayu, budi, phone]) await Viewers.view(id, chatId)
  const { audience, userIds, names } = await looking(chatId)
  expect(audience.map(({ id }) => id).sort()).toEqual([ayu.id, budi.id, phone.id].sort())
  expect(userIds.sort()).toEqual([ayu.userId, budi.userId].sort())
  expect(names[budi.userId]).toBe('Budi')
})

test('who said nothing for half a minute is asked, and told of no more', async () => {
  const chatId = eg.newChannelId()
  const now = Date.now()
  const [gone, here] = [await connected(), await connected()]
  await Viewers.view(gone.id, chatId, now - 30_000)
  await Viewers.view(here.id, chatId, now)
  const { audience, userIds } = await looking(chatId, now)
  expect(audience).toHaveLength(2)
  expect(userIds).toEqual([here.userId])
})

test('leaving tells which chat was left; a connection that is gone leaves none', async () => {
  const chatId = eg.newChannelId()
  const { id } = await connected()
  expect((await Viewers.view(id, chatId))?.viewing).toBeUndefined()
  expect((await Viewers.view(id, null))?.viewing).toBe(chatId)
  await Viewers.view(id, chatId)
  expect((await Viewers.hungUp(id))?.viewing).toBe(chatId)
  expect(await Viewers.view(id, chatId)).toBeUndefined()
  expect(await Viewers.hungUp(id)).toBeUndefined()
})
