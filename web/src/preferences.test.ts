import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../shared/example.ts'
import {
  changePreferences,
  forgetPreferences,
  loadPreferences,
  usePreferences,
} from './preferences.ts'
import { type Answer, type Asked, network } from './test/network.ts'
import { signedIn } from './test/signed-in.ts'
import { speak } from './text/language.ts'
import { chosenTheme } from './ui/chosen-theme.ts'

let calls: Asked[]
let answers: Record<string, Answer>
const spoken = () => document.documentElement.lang

beforeEach(async () => {
  signedIn()
  forgetPreferences()
  localStorage.clear()
  await speak('en')
  answers = {}
  calls = network(({ address }) => answers[address] ?? [500, {}])
})
afterEach(async () => {
  localStorage.clear()
  await speak('en')
  vi.unstubAllGlobals()
})

test('whoever chose a language has it on every device', async () => {
  const preferences = { language: 'id', theme: 'dark', muted: ['chat1'] }
  answers['GET /api/me'] = [200, { ...eg.user(), preferences }]
  await loadPreferences()
  await vi.waitFor(() => expect(spoken()).toBe('id'))
  expect(chosenTheme()).toBe('dark')
  expect(usePreferences.getState()).toEqual(preferences)
})

test('whoever chose none has the browser’s', async () => {
  answers['GET /api/me'] = [200, { ...eg.user(), preferences: {} }]
  await loadPreferences()
  expect(spoken()).toBe('en')
})

test('a choice holds here at once, and is kept in the profile', async () => {
  answers['PATCH /api/me'] = [200, { theme: 'dark', muted: [] }]
  const kept = changePreferences({ theme: 'dark' })
  expect(chosenTheme()).toBe('dark')
  await kept
  expect(calls[0]).toMatchObject({ address: 'PATCH /api/me', body: { theme: 'dark' } })
  expect(usePreferences.getState().theme).toBe('dark')
})

test('an answer from before a choice does not undo it', async () => {
  answers['GET /api/me'] = [200, { ...eg.user(), preferences: { theme: 'light' } }]
  answers['PATCH /api/me'] = [200, { theme: 'dark', muted: [] }]
  const asked = loadPreferences()
  await changePreferences({ theme: 'dark' })
  await asked
  expect(chosenTheme()).toBe('dark')
})
