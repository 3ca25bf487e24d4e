import { expect, test } from 'vitest'
import * as Canned from './canned.ts'

const reply = (fields = {}) => ({
  id: crypto.randomUUID(),
  shortcut: `harga-${crypto.randomUUID().slice(0, 8)}`,
  text: 'Harganya 85.000, kak {{name}}.',
  ...fields,
})
const known = async (id: string) => (await Canned.list()).find((canned) => canned.id === id)

test('a prepared reply is there for all, can be written anew, and goes', async () => {
  const first = await Canned.put(reply())
  expect(await known(first.id)).toEqual(first)
  const better = await Canned.put({ ...first, text: 'Harganya 90.000, kak.' })
  expect(await known(first.id)).toEqual(better)
  await Canned.remove(first.id)
  await Canned.remove(first.id)
  expect(await known(first.id)).toBeUndefined()
})

test('a shortcut is for one reply', async () => {
  const { shortcut } = await Canned.put(reply())
  await expect(Canned.put(reply({ shortcut }))).rejects.toMatchObject({ code: 'shortcut_taken' })
})
