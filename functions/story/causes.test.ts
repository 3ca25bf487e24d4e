import { beforeAll, expect, test } from 'vitest'
import type { InboxEvent } from '../../shared/events.ts'
import { eventually, type Listener, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
let listener: Listener
beforeAll(async () => {
  admin = await member('admin')
  listener = await admin.listen()
  await sim.calm()
})

/** The first frame that brings this message, with why it came. */
const frameOf = (wanted: (event: Extract<InboxEvent, { type: 'message.changed' }>) => boolean) =>
  eventually(
    () =>
      listener.events.find((event) => event.type === 'message.changed' && wanted(event)) as
        | (InboxEvent & { cause?: string })
        | undefined,
  )

test('a frame says which delivery it comes of, and so does that of the answer', async () => {
  const number = newNumber()
  await sim.write(number, 'Berapa harga kaos L?')
  const { id } = await admin.chatOf(number)
  const asked = await frameOf(
    ({ chat, message }) => chat.id === id && message.sender === 'customer',
  )
  expect(asked.cause).toMatch(/^\S{8,}$/)
  const answered = await frameOf(({ chat, message }) => chat.id === id && message.sender === 'bot')
  expect(answered.cause).toBe(asked.cause)
})

test('another delivery is another cause', async () => {
  const causes = new Set<string | undefined>()
  for (const text of ['Satu', 'Dua']) {
    const number = newNumber()
    await sim.write(number, text)
    const { id } = await admin.chatOf(number)
    causes.add((await frameOf(({ chat }) => chat.id === id)).cause)
  }
  expect(causes.size).toBe(2)
})
