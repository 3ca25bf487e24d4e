import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepKeys } from '../early/keys.ts'
import { forgetPreferences, usePreferences } from '../preferences.ts'
import { offer } from './actions.ts'
import { keysOf } from './keys.ts'
import { listen } from './listen.ts'
import { type ActionName, actionNames, shortcutOf } from './shortcuts.ts'

let over = new AbortController()
const done: string[] = []
const withdraw: (() => void)[] = []
const can = (...names: ActionName[]) =>
  withdraw.push(...names.map((name) => offer(name, () => done.push(name))))

function press(key: string, more: KeyboardEventInit = {}, on: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  on.dispatchEvent(event)
  return event.defaultPrevented
}
function show<Shown extends Element>(element: Shown): Shown {
  document.body.replaceChildren(element)
  return element
}
const field = () => show(document.createElement('textarea'))

beforeEach(() => {
  localStorage.clear()
  over = new AbortController()
  listen(over.signal)
})
afterEach(() => {
  over.abort()
  forgetPreferences()
  for (const it of withdraw.splice(0)) it()
  done.length = 0
  document.body.replaceChildren()
})

test('no key means two things', () => {
  const keys = actionNames.flatMap((name) => shortcutOf(name).keys)
  expect(new Set(keys).size).toBe(keys.length)
  const firsts = keys.filter((it) => it.includes(' ')).map((it) => it.split(' ')[0])
  expect(keys.filter((it) => firsts.includes(it))).toEqual([])
})

test('a single key acts outside of fields, in both cases, and types in them', () => {
  can('chat.next')
  expect(press('j')).toBe(true)
  press('J', { shiftKey: true })
  expect(press('j', {}, field())).toBe(false)
  expect(done).toEqual(['chat.next', 'chat.next'])
})

test('what has a modifier acts in fields, too', () => {
  can('chat.next', 'bar.open')
  const written = field()
  press('ArrowDown', { altKey: true }, written)
  press('k', { ctrlKey: true }, written)
  expect(done).toEqual(['chat.next', 'bar.open'])
})

test('keys that come before anybody listens are heard then, each once', async () => {
  over.abort()
  keepKeys()
  press('j')
  press('j', {}, field())
  press('g')
  press('m')
  // Whoever stops at once leaves them to the next.
  const first = new AbortController()
  listen(first.signal)
  first.abort()
  over = new AbortController()
  listen(over.signal)
  can('chat.next', 'go.mine')
  await Promise.resolve()
  expect(done).toEqual(['chat.next', 'go.mine'])
  press('j')
  expect(done).toEqual(['chat.next', 'go.mine', 'chat.next'])
})

test('what was pressed long before anybody listens is not done any more', async () => {
  over.abort()
  keepKeys()
  press('j')
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000)
  over = new AbortController()
  listen(over.signal)
  can('chat.next')
  await Promise.resolve()
  expect(done).toEqual([])
  vi.restoreAllMocks()
})

test('two keys in a row are one shortcut; an unfinished one is forgotten', () => {
  can('go.mine', 'chat.mode')
  press('g')
  press('m')
  press('g')
  press('q')
  press('m')
  expect(done).toEqual(['go.mine', 'chat.mode'])
})

test('what cannot be done just now is left to the browser', () => {
  expect(press('t')).toBe(false)
})

test('an open dialog, a menu and somebody who composes a character have the keys for themselves', () => {
  can('chat.next')
  const menu = document.createElement('div')
  menu.setAttribute('role', 'menu')
  press('j', {}, show(menu))
  press('j', { isComposing: true })
  const dialog = show(document.createElement('dialog'))
  dialog.setAttribute('open', '')
  press('j')
  expect(done).toEqual([])
})

test('single keys can be turned off; what has a modifier stays', () => {
  can('chat.next')
  usePreferences.setState({ keys: false })
  press('j')
  press('ArrowDown', { altKey: true })
  expect(done).toEqual(['chat.next'])
})

test('Escape leaves a field, and is nobody’s business elsewhere', () => {
  can('field.leave')
  press('Escape')
  press('Escape', {}, field())
  expect(done).toEqual(['field.leave'])
})

test.each([
  ['a letter of another alphabet is the key it stands on', { key: 'о', code: 'KeyJ' }, false, 'j'],
  ['⌘ on a Mac', { key: 'k', metaKey: true }, true, 'Mod+k'],
  ['Ctrl on a Mac is the system’s', { key: 'k', ctrlKey: true }, true, undefined],
  ['the Windows key is the system’s', { key: 'k', metaKey: true }, false, undefined],
  ['Alt and a letter open menus', { key: 'd', altKey: true }, false, undefined],
  ['Option and a letter type', { key: '∂', code: 'KeyD', altKey: true }, true, undefined],
] as const)('%s', (_, fields, mac, keys) => {
  expect(keysOf(new KeyboardEvent('keydown', fields), mac)).toBe(keys)
})

test('AltGr types', () => {
  const event = new KeyboardEvent('keydown', { key: '?', ctrlKey: true, altKey: true })
  vi.spyOn(event, 'getModifierState').mockReturnValue(true)
  expect(keysOf(event, false)).toBe('?')
})
