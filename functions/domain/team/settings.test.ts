import { afterAll, beforeEach, expect, test } from 'vitest'
import { usualHours } from '../../../shared/hours.ts'
import * as Settings from './settings.ts'

const words = (text: string) => ({ id: text, en: text })

/** There is one shop, and others have tests of it, too. */
async function reset() {
  await Settings.change({ hours: null, language: 'id' })
  await Settings.changeBot({ fallback: null, away: null })
}
beforeEach(reset)
afterAll(reset)

test('a shop decides when it is open, and that it does not say', async () => {
  expect((await Settings.change({ hours: usualHours })).hours).toEqual(usualHours)
  expect((await Settings.change({ language: 'en' })).hours).toEqual(usualHours)
  expect((await Settings.change({ hours: null })).hours).toBeNull()
})

test('one text of the bot is changed, and goes back to the usual one, without the others', async () => {
  await Settings.changeBot({ fallback: words('Hai') })
  await Settings.changeBot({ away: words('Tutup') })
  expect((await Settings.getNew()).bot).toEqual({ fallback: words('Hai'), away: words('Tutup') })
  expect((await Settings.changeBot({ fallback: null })).bot).toEqual({ away: words('Tutup') })
})

test('of admins who change texts at once, each keeps what is his', async () => {
  await Promise.all([
    Settings.changeBot({ fallback: words('Hai') }),
    Settings.changeBot({ away: words('Tutup') }),
  ])
  expect((await Settings.getNew()).bot).toEqual({ fallback: words('Hai'), away: words('Tutup') })
})
