import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as eg from '../../../../../shared/example.ts'
import type { Message } from '../../../../../shared/message.ts'
import { type Answer, type Asked, network, refused } from '../../../test/network.ts'
import { show } from '../../../test/show.tsx'
import { signedIn } from '../../../test/signed-in.ts'
import { emptyInbox } from '../../apply.ts'
import { actionsFor } from '../../message-actions.ts'
import { useReply } from '../../reply.ts'
import { useInbox } from '../../store.ts'
import { Bubble } from '../bubble.tsx'

let calls: Asked[]
let answer: Answer
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

async function open(fields: Partial<Message> = {}) {
  await show(<Bubble message={eg.message(fields)} party={eg.chat()} first />)
  press('Actions for this message')
  await screen.findByRole('dialog', { name: 'Actions for this message' })
}

beforeEach(() => {
  // The page's own windows are not in this stand-in for a browser.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  signedIn({ id: 'me' })
  useInbox.setState(emptyInbox, true)
  answer = [200, eg.message({ rev: 2 })]
  calls = network(() => answer)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a reaction is one press, and taking it back another', async () => {
  await open()
  press('React with 🙏')
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await open({ reactions: [{ emoji: '🙏', sender: 'agent' }] })
  press('Remove reaction')
  await vi.waitFor(() => expect(calls).toHaveLength(2))
  expect(calls.map(({ address, body }) => [address, body])).toEqual([
    ['PUT /api/chats/chat1/messages/message1/reaction', { emoji: '🙏' }],
    ['PUT /api/chats/chat1/messages/message1/reaction', { emoji: '' }],
  ])
})

test('on a phone a finger that rests on a message opens it, one that scrolls does not', async () => {
  await show(<Bubble message={eg.message()} party={eg.chat()} first />)
  vi.useFakeTimers()
  const words = screen.getByText('Halo kak')
  const finger = { pointerType: 'touch', clientX: 10, clientY: 10 }
  fireEvent.pointerDown(words, finger)
  fireEvent.pointerMove(words, { ...finger, clientY: 60 })
  act(() => vi.advanceTimersByTime(1_000))
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.pointerDown(words, finger)
  act(() => vi.advanceTimersByTime(1_000))
  vi.useRealTimers()
  expect(await screen.findByRole('dialog')).toBeTruthy()
})

test('a reply quotes the message it was asked for', async () => {
  await open()
  press('Reply')
  expect(useReply.getState()).toEqual({ chat1: 'message1' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

const ours = { sender: 'agent', userId: 'me', status: 'sent', text: 'Siap kk' } as const

test('one’s own words can be changed for a while', async () => {
  await open({ ...ours, sentAt: new Date().toISOString() })
  press('Edit')
  fireEvent.change(screen.getByLabelText('Edit'), { target: { value: ' Siap kak ' } })
  press('Save')
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]).toMatchObject({
    address: 'PATCH /api/chats/chat1/messages/message1',
    body: { text: 'Siap kak' },
  })
})

test('deleting asks once more, and a refusal is told where it was asked', async () => {
  answer = refused(403, 'forbidden')
  await open({ ...ours, sentAt: new Date().toISOString() })
  press('Delete for everyone')
  expect(calls).toEqual([])
  press('Delete for everyone')
  expect((await screen.findByRole('alert')).textContent).toBe('You may not do this.')
  expect(calls.map(({ address }) => address)).toEqual(['DELETE /api/chats/chat1/messages/message1'])
})

test('whoever is asked once more and presses Enter deletes nothing', async () => {
  await open({ ...ours, sentAt: new Date().toISOString() })
  press('Delete for everyone')
  expect(document.activeElement?.textContent).toBe('Cancel')
  expect(screen.getByRole('button', { name: 'Delete for everyone' }).className).toMatch(/bg-danger/)
})

test('arrows, Home and End move among what can be done; the emojis are one row', async () => {
  await open({ ...ours, sentAt: new Date().toISOString() })
  const name = () =>
    document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
  const key = (key: string) => fireEvent.keyDown(document.activeElement ?? document, { key })
  screen.getByRole('button', { name: 'React with 👍' }).focus()
  key('ArrowRight')
  expect(name()).toBe('React with ❤️')
  key('ArrowDown')
  expect(name()).toBe('Reply')
  key('ArrowUp')
  expect(name()).toBe('React with 👍')
  key('ArrowUp')
  expect(name()).toBe('Details')
  key('Home')
  expect(name()).toBe('React with 👍')
  key('End')
  expect(name()).toBe('Details')
})

test('its link opens the chat at this message', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', {
    clipboard: { writeText: async (text: string) => void copied.push(text) },
  })
  history.replaceState({}, '', '/dashboard-agent/chats/chat1?view=mine')
  await open({ id: 'm 1' })
  press('Copy link')
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(copied).toEqual([`${location.origin}/dashboard-agent/chats/chat1?m=m+1`])
  history.replaceState({}, '', '/')
})

test('the way of a message is told step by step', async () => {
  const at = (second: number) => `2026-11-21T09:00:0${second}.000Z`
  const times = { sent: at(2), delivered: at(3), read: at(5) }
  await open({
    id: '01KAJH17G0ABCDEFGHJKMNPQRS',
    sender: 'agent',
    userId: 'me',
    sentAt: at(1),
    status: 'read',
    times,
  })
  press('Details')
  const steps = within(screen.getByRole('list', { name: 'What became of it' })).getAllByRole(
    'listitem',
  )
  const told = steps.map(({ textContent }) => textContent?.replace(/\d.*/, ''))
  expect(told).toEqual(['Written', 'Queued', 'Sent', 'Delivered', 'Read'])
})

test('the details tell when, by whom and how far', async () => {
  await open({ ...ours, status: 'delivered' })
  press('Details')
  const { textContent } = screen.getByRole('dialog')
  expect(textContent).toMatch(/Queued21 Nov 2026.*Written byYou.*StatusDelivered/)
})

describe(actionsFor, () => {
  const now = Date.parse('2026-11-21T09:10:00.000Z')
  const may = (fields: Partial<Message>, role: 'admin' | 'agent' = 'agent') => {
    const actions = actionsFor(eg.message(fields), eg.user({ id: 'me', role }), now)
    return Object.keys(actions).filter((name) => actions[name as keyof typeof actions])
  }
  test.each([
    ['the customer’s', {}, ['react', 'reply', 'copy']],
    ['one’s own', ours, ['react', 'reply', 'edit', 'remove', 'copy']],
    [
      'the bot’s',
      { ...ours, sender: 'bot', userId: undefined },
      ['react', 'reply', 'edit', 'remove', 'copy'],
    ],
    ['a colleague’s', { ...ours, userId: 'other' }, ['react', 'reply', 'copy']],
    ['what is not out yet', { ...ours, status: 'queued' }, ['copy']],
    ['what failed', { ...ours, status: 'failed' }, ['copy']],
    ['what is deleted', { ...ours, deletedAt: '2026-11-21T09:05:00.000Z' }, []],
    ['a photo of one’s own', { ...ours, kind: 'image' }, ['react', 'reply', 'remove', 'copy']],
    [
      'what is older than a quarter of an hour',
      { ...ours, sentAt: '2026-11-21T08:00:00.000Z' },
      ['react', 'reply', 'remove', 'copy'],
    ],
    [
      'what is older than two days',
      { ...ours, sentAt: '2026-11-18T09:00:00.000Z' },
      ['react', 'reply', 'copy'],
    ],
  ] as const)('with %s message an agent may do this and no more', (_, fields, actions) => {
    expect(may(fields as Partial<Message>)).toEqual(actions)
  })

  test('an admin may change what anybody of our side wrote, from the shop’s phone too', () => {
    expect(may({ ...ours, sender: 'phone', userId: undefined }, 'admin')).toContain('edit')
    expect(may({ ...ours, userId: 'other' }, 'admin')).toContain('remove')
  })
})
