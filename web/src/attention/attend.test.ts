import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { InboxEvent } from '../../../shared/events.ts'
import * as eg from '../../../shared/example.ts'
import { emptyInbox } from '../inbox/apply.ts'
import { forgetPreferences, toggleMuted, usePreferences } from '../preferences.ts'
import { speak } from '../text/language.ts'
import { attend } from './attend.ts'
import { useAsk } from './notify.ts'

const chat = eg.chat({ lastSeq: 2, readSeq: 1, mode: 'agent' })
const news = (id: string): InboxEvent => ({
  type: 'message.changed',
  chat,
  message: eg.message({ id, seq: 2, text: 'Masih ada?' }),
})
let over = new AbortController()
let named = 0
/** What any tab showed. */
const shown: { title: string; options: NotificationOptions; click: () => void }[] = []
let permission: NotificationPermission = 'granted'
const tones = vi.fn()

class ScriptedNotification {
  static get permission() {
    return permission
  }
  static requestPermission = vi.fn(async () => permission)
  onclick = () => {}
  constructor(title: string, options: NotificationOptions) {
    shown.push({ title, options, click: () => this.onclick() })
  }
  close() {}
}
/** One lock at a time for each name, as in a browser. */
const held = new Set<string>()
const locks = {
  request: async (name: string, _: object, hold: (lock: object | null) => unknown) => {
    if (held.has(name)) return hold(null)
    held.add(name)
    await hold({})
    held.delete(name)
  },
}
class ScriptedAudio {
  state = 'running'
  currentTime = 0
  destination = {}
  resume = async () => {}
}
class ScriptedNode {
  gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} }
  connect = (to: unknown) => to
  start = tones
  stop() {}
}
const look = (is: boolean) => vi.spyOn(document, 'hasFocus').mockReturnValue(is)
const tab = () => attend(over.signal)
/** A message nobody has heard of comes to some tabs. */
async function comes(...tabs: ReturnType<typeof tab>[]) {
  named += 1
  for (const tell of tabs) tell(emptyInbox, [news(`m${named}`)])
  await vi.advanceTimersByTimeAsync(20_000)
}

beforeEach(async () => {
  await speak('en')
  vi.useFakeTimers()
  vi.stubGlobal('Notification', ScriptedNotification)
  vi.stubGlobal('AudioContext', ScriptedAudio)
  vi.stubGlobal('OscillatorNode', ScriptedNode)
  vi.stubGlobal('GainNode', ScriptedNode)
  vi.spyOn(window, 'focus').mockReturnValue()
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { locks }))
  localStorage.clear()
  shown.length = 0
  tones.mockReset()
  permission = 'granted'
  over = new AbortController()
  useAsk.setState({ due: false })
  history.replaceState({}, '', '/dashboard-agent')
  look(false)
})
afterEach(() => {
  over.abort()
  forgetPreferences()
  history.replaceState({}, '', '/')
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('of many tabs one tells; a click opens the chat', async () => {
  await comes(tab(), tab(), tab())
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({ title: 'Sari W', options: { body: 'Masih ada?' } })
  shown[0]?.click()
  expect(location.pathname).toBe('/dashboard-agent/chats/chat1')
})

test('a tone is heard once somebody has touched the page, and can be turned off', async () => {
  const tell = tab()
  await comes(tell)
  expect(tones).not.toHaveBeenCalled()
  window.dispatchEvent(new Event('pointerdown'))
  await comes(tell)
  expect(tones).toHaveBeenCalledTimes(2)
  usePreferences.setState({ sound: false })
  await comes(tell)
  expect(tones).toHaveBeenCalledTimes(2)
})

test('the chat in front and a muted chat say nothing', async () => {
  const tell = tab()
  toggleMuted('chat1')
  await comes(tell)
  toggleMuted('chat1')
  look(true)
  history.replaceState({}, '', '/dashboard-agent/chats/chat1')
  await comes(tell)
  expect(shown).toEqual([])
  expect(tones).not.toHaveBeenCalled()
})

test('whoever looks at Balas is shown no notification of it, and asked nothing', async () => {
  permission = 'default'
  look(true)
  await comes(tab())
  expect([shown, useAsk.getState().due]).toEqual([[], false])
})

test('the browser is asked by nobody but a person; they are asked when it would first have helped', async () => {
  permission = 'default'
  const tell = tab()
  expect(useAsk.getState().due).toBe(false)
  await comes(tell)
  expect(useAsk.getState().due).toBe(true)
  expect(ScriptedNotification.requestPermission).not.toHaveBeenCalled()
  useAsk.setState({ due: false })
  usePreferences.setState({ notify: false })
  await comes(tell)
  expect(useAsk.getState().due).toBe(false)
})
