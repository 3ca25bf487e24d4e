import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as eg from '../../../../../shared/example.ts'
import { type Asked, network } from '../../../test/network.ts'
import { show } from '../../../test/show.tsx'
import { signedIn } from '../../../test/signed-in.ts'
import { emptyInbox } from '../../apply.ts'
import { useInbox } from '../../store.ts'
import { Composer } from '../composer.tsx'
import { useComposing } from '../composing.ts'
import { forgetDraftTexts } from '../draft-text.ts'
import { forgetCanned } from './canned.ts'
import { filled, greetingAt, languageOf, spokenName, unknownIn } from './fill.ts'
import { matching, slashIn } from './slash.ts'

const replies = [
  { id: 'a', shortcut: 'harga', text: 'Harganya 85.000, kak {{name}}.' },
  { id: 'b', shortcut: 'jam', text: 'Kami buka jam 8.' },
]
const values = { name: 'Sari', agent: 'Ayu', greeting: 'Selamat pagi' }

describe('what is filled in', () => {
  test.each([
    ['{{greeting}} kak {{name}}, dengan {{ agent }}.', 'Selamat pagi kak Sari, dengan Ayu.'],
    ['Harga {{diskon}} kak', 'Harga {{diskon}} kak'],
    ['{{constructor}}', '{{constructor}}'],
  ])('%s', (text, said) => {
    expect(filled(text, values)).toBe(said)
  })

  test('a name that nobody knows leaves no gap', () => {
    const nameless = { ...values, name: spokenName('+62 812-0000-0001') }
    expect(filled('Halo {{name}}, ada?', nameless)).toBe('Halo, ada?')
    expect(filled('{{name}}, ada?', nameless)).toBe('ada?')
  })

  test('what is no variable is named', () => {
    expect(unknownIn('{{nama}} {{name}}')).toEqual(['nama'])
  })

  test.each([
    [3, 'Selamat malam', 'Good evening'],
    [10, 'Selamat pagi', 'Good morning'],
    [12, 'Selamat siang', 'Good afternoon'],
    [16, 'Selamat sore', 'Good afternoon'],
    [18, 'Selamat malam', 'Good evening'],
  ])('at %i it is “%s”', (hour, id, en) => {
    expect([greetingAt(hour, 'id'), greetingAt(hour, 'en')]).toEqual([id, en])
  })

  test('a customer is greeted in the language of the reply', () => {
    expect(languageOf('{{greeting}} kak, ada yang bisa kami bantu?', 'en')).toBe('id')
    expect(languageOf('{{greeting}}, how can we help you?', 'id')).toBe('en')
    expect(languageOf('{{greeting}}!', 'id')).toBe('id')
  })
})

test.each([
  ['/', ''],
  ['Baik kak /Ha', 'ha'],
  ['1/2', undefined],
  ['http://x', undefined],
  ['/harga ', undefined],
])('“%s” asks for %s', (before, query) => {
  expect(slashIn(before)?.query).toBe(query)
})

test('what begins with the letters comes before what has them anywhere', () => {
  const both = [{ id: 'c', shortcut: 'alamat', text: 'Jam buka ada di sana' }, ...replies]
  expect(matching(both, 'jam').map(({ shortcut }) => shortcut)).toEqual(['jam', 'alamat'])
})

describe('behind a slash', () => {
  let calls: Asked[]
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
  const type = (value: string) => fireEvent.change(box(), { target: { value } })
  const press = (key: string) => fireEvent.keyDown(box(), { key })
  const sends = () => calls.filter(({ address }) => address.startsWith('POST'))

  beforeEach(async () => {
    signedIn({ id: 'me' })
    forgetDraftTexts()
    forgetCanned()
    useInbox.setState(emptyInbox, true)
    useComposing.setState({}, true)
    calls = network(({ address }) =>
      address.startsWith('GET')
        ? [200, { items: replies }]
        : [201, eg.message({ sender: 'agent' })],
    )
    await show(<Composer chat={eg.chat()} seenSeq={1} />)
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  test('the arrows choose, Enter puts it in place of the slash, and sends nothing', async () => {
    type('Baik kak /')
    await screen.findByRole('listbox')
    expect(box().getAttribute('aria-activedescendant')).toBe('canned-a')
    press('ArrowDown')
    press('ArrowUp')
    press('Enter')
    expect(box().value).toBe('Baik kak Harganya 85.000, kak Sari W.')
    expect(sends()).toEqual([])
    press('Enter')
    await vi.waitFor(() => expect(sends()).toHaveLength(1))
  })

  test('a slash whose replies have not come is not sent', () => {
    type('/harga')
    press('Enter')
    expect(sends()).toEqual([])
  })

  test('Escape lets it be, and what stands there can be sent', async () => {
    type('/jam')
    await screen.findByRole('listbox')
    press('Escape')
    expect(screen.queryByRole('listbox')).toBeNull()
    press('Enter')
    await vi.waitFor(() => expect(sends()).toHaveLength(1))
  })
})
