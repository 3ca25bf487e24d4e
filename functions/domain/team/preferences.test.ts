import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as Preferences from './preferences.ts'

test('what somebody never chose is left to the device', async () => {
  expect(await Preferences.get(randomUUID())).toEqual({ muted: [] })
})

test('what is chosen stays beside what was chosen before, and can be unchosen', async () => {
  const id = randomUUID()
  await Preferences.change(id, { language: 'id', sound: false })
  await Preferences.change(id, { theme: 'dark', muted: ['chat1'] })
  const all = { language: 'id', sound: false, theme: 'dark', muted: ['chat1'] }
  expect(await Preferences.get(id)).toEqual(all)
  const { language: _, ...rest } = all
  expect(await Preferences.change(id, { language: null })).toEqual(rest)
  expect(await Preferences.change(id, {})).toEqual(rest)
})
