import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../../../shared/example.ts'
import type { Message } from '../../../../shared/message.ts'
import { network } from '../../test/network.ts'
import { show } from '../../test/show.tsx'
import { signedIn } from '../../test/signed-in.ts'
import { speak } from '../../text/language.ts'
import { emptyInbox } from '../apply.ts'
import { forgetPeople, useLoadPeople } from '../people.ts'
import { receive, useInbox } from '../store.ts'
import { Bubble } from './bubble.tsx'

const group = eg.chat({ isGroup: true, customer: { name: 'Reseller', phone: null } })
const hidden = '250388305424512@lid'
const phoneOf = (n: number) => `628120000000${n}`
const idOf = (n: number) => `${phoneOf(n)}@s.whatsapp.net`

function Shown({ message }: { message: Message }) {
  useLoadPeople(group)
  return <Bubble message={message} party={group} first />
}
const say = (fields: Partial<Message>) => show(<Shown message={eg.message(fields)} />)
const said = () => screen.getByTestId('message')

beforeEach(() => {
  signedIn({ id: 'me' })
  forgetPeople()
  useInbox.setState(emptyInbox, true)
  receive({ type: 'chat.changed', chat: group })
  network(() => [
    200,
    {
      items: [
        { id: idOf(0), phone: `+${phoneOf(0)}`, isAdmin: true, isUs: true },
        { id: idOf(2), name: 'Budi', phone: `+${phoneOf(2)}`, isAdmin: false },
        { id: hidden, name: 'Citra', phone: null, isAdmin: false },
      ],
    },
  ])
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const mention = (id: string, name?: string) => ({ id, digits: id.split('@')[0] ?? '', name })

test('whom a text calls by digits is called by name, and the shop is you', async () => {
  const text = `@${phoneOf(2)} @250388305424512 @${phoneOf(0)} tolong`
  await say({ text, mentions: [idOf(2), hidden, idOf(0)].map((id) => mention(id)) })
  await vi.waitFor(() => expect(said().textContent).toContain('@Budi @Citra @You tolong'))
})

test('who has left keeps the name it had; who has none is told by the number, and a hidden one is none', async () => {
  const mentions = [mention(idOf(4), 'Dewi'), mention(idOf(5)), mention('111222333444@lid')]
  await say({ text: mentions.map(({ digits }) => `@${digits}`).join(' '), mentions })
  expect(said().textContent).toContain('@Dewi @+62 812-0000-0005 @Hidden number')
})

test('an address stays an address, and digits that nobody is called by stay digits', async () => {
  await say({ text: `https://a.example/@${phoneOf(9)} @99` })
  expect(said().textContent).toContain(`https://a.example/@${phoneOf(9)} @99`)
  expect(screen.getByRole('link').getAttribute('href')).toBe(`https://a.example/@${phoneOf(9)}`)
})

test('a quote says whom it quotes: by name, by number, or that the number is hidden', async () => {
  const quote = (senderId: string, senderName?: string) =>
    say({ text: 'Ya', quoted: { id: 'gone', text: `Tanya @${phoneOf(2)}`, senderId, senderName } })
  await quote(hidden)
  await vi.waitFor(() => expect(said().textContent).toContain('CitraTanya @Budi'))
  await quote(idOf(4), 'Dewi')
  expect(said().textContent).toContain('DewiTanya')
  await quote('111222333444@lid')
  expect(said().textContent).toContain('Hidden numberTanya')
})

test('a quote of our own words says which of us wrote them, in either language', async () => {
  const ours = eg.messageChanged(
    { id: 'ours', sender: 'agent', userId: 'me', senderName: 'Ayu', text: 'Promo besok' },
    { ...group, rev: 2 },
  )
  receive(ours)
  const quoted = { id: 'ours', text: 'Promo besok', senderId: idOf(0) }
  await say({ text: 'Asyik', quoted })
  expect(said().textContent).toContain('YouPromo besok')
  await say({ text: 'Asyik', quoted: { ...quoted, id: 'older' } })
  await speak('id')
  await vi.waitFor(() => expect(said().textContent).toContain('AndaPromo besok'))
})
