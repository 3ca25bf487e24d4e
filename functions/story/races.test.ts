import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Parked } from '../../shared/parked.ts'
import { deliver, delivered, newId, text } from './payloads.ts'
import { eventually, type Member, member, newNumber, outputs, sim } from './stack.ts'

// Races that were reported of other inboxes, each with where.

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

const received = async (chatId: string) =>
  (await admin.thread(chatId)).filter(({ sender }) => sender === 'customer')

const image = (number: string, file: object) =>
  text(number, '', { type: 'image', text: undefined, image: file })

describe('a customer’s first messages', () => {
  // chatwoot/chatwoot #10798, #14058, #14071, PR 14214
  test('all at the same moment are one conversation', async () => {
    const number = newNumber()
    const words = Array.from({ length: 6 }, (_, index) => `pesan ${index}`)
    await Promise.all(words.map((each) => delivered(text(number, each))))
    const chat = await admin.chatOf(number)
    expect(await admin.chats(`q=${number}`)).toHaveLength(1)
    const said = (await received(chat.id)).map(({ text }) => text)
    expect(said.toSorted()).toEqual(words.toSorted())
    expect((await admin.chatOf(number)).unread).toBe(6)
  })

  // chatwoot/chatwoot PR 13359, #13261
  test('in an album, each picture delivered twice at once, are each there once', async () => {
    const number = newNumber()
    const album = Array.from({ length: 4 }, (_, index) =>
      image(number, { id: `jpeg-0${index}`, mime_type: 'image/jpeg', caption: `foto ${index}` }),
    )
    await Promise.all([...album, ...album].map((picture) => delivered(picture)))
    const chat = await admin.chatOf(number)
    expect(await admin.chats(`q=${number}`)).toHaveLength(1)
    const captions = (await received(chat.id)).map(({ text }) => text)
    expect(captions.toSorted()).toEqual(Array.from({ length: 4 }, (_, index) => `foto ${index}`))
  })
})

describe('the ticks of an answer', () => {
  // chatwoot/chatwoot #14529
  test('never go back, in whatever order and however often receipts come', async () => {
    const number = newNumber()
    await sim.write(number, 'Halo')
    const [sent] = await eventually(async () => {
      const all = await sim.sentTo(number)
      return all.length ? all : undefined
    })
    const { id } = await admin.chatOf(number)
    const receipt = (status: string) =>
      deliver({ statuses: [{ id: sent?.id, status, timestamp: '1795219442' }] }, 'statuses')
    await Promise.all(['read', 'sent', 'delivered', 'sent', 'read', 'pending'].map(receipt))
    for (const status of ['delivered', 'sent', 'failed']) await receipt(status)
    expect((await admin.thread(id)).at(-1)).toMatchObject({ sender: 'bot', status: 'read' })
  })
})

describe('a message with a file', () => {
  // chatwoot/chatwoot #15754
  test.each([
    ['without an address', {}],
    ['that is not ready yet', { id: 'media_init' }],
    ['whose address has expired', { link: 'https://files.invalid/gone.jpg' }],
  ])('%s is there at once, and once', async (_, fields) => {
    const number = newNumber()
    const file = { id: 'jpeg-0a1b2c', mime_type: 'image/jpeg', caption: 'Bukti', ...fields }
    const picture = image(number, file)
    await delivered(picture)
    await delivered(picture)
    const chat = await admin.chatOf(number)
    expect(await received(chat.id)).toMatchObject([
      { kind: 'image', text: 'Bukti', content: { media: { mimeType: 'image/jpeg' } } },
    ])
  })
})

describe('what looks the same', () => {
  // evolution-foundation/evolution-api #2110
  test('but was written twice in one second is two messages', async () => {
    const number = newNumber()
    const timestamp = Math.floor(Date.now() / 1000)
    const twins = [text(number, 'Halo', { timestamp }), text(number, 'Halo', { timestamp })]
    await Promise.all(twins.map((twin) => delivered(twin)))
    await delivered(...twins)
    const chat = await admin.chatOf(number, ({ lastSeq }) => lastSeq >= 2)
    const ids = (await received(chat.id)).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(twins.map(({ id }) => id).toSorted())
  })
})

describe('a reply on a weak link', () => {
  // chatwoot/chatwoot #9314
  test.each([
    ['arrives', {}],
    [
      'is taken by WhatsApp, whose answer is lost',
      { timeoutAfterAccept: { how: 'close', times: 1 } },
    ],
  ])('that %s while the browser hears nothing and asks again leaves once', async (_, faults) => {
    const number = newNumber()
    await sim.write(number, 'Halo')
    const { id: chatId } = await admin.chatOf(number)
    await admin.patch(chatId, { assigneeId: admin.session.user.id })
    await sim.faults(faults)
    const id = ulid()
    const send = (signal?: AbortSignal) =>
      fetch(`${outputs.url}/api/chats/messages`, {
        method: 'POST',
        signal,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${admin.session.accessToken}`,
        },
        body: JSON.stringify({ id, chatId, text: 'Ada kak' }),
      })
    for (const patienceMs of [30, 60, 120])
      await send(AbortSignal.timeout(patienceMs)).catch(() => 'the browser has given up')
    const answers = [await send(), await send()]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const ours = async () =>
      (await admin.thread(chatId)).filter(({ sender }) => sender !== 'customer')
    await eventually(async () => (await ours()).find(({ status }) => status === 'read'))
    await send()
    expect(await ours()).toMatchObject([{ id, text: 'Ada kak', status: 'read' }])
    expect(await sim.sentTo(number)).toHaveLength(1)
    expect((await sim.calls()).filter(({ body }) => body?.to?.startsWith(number))).toHaveLength(1)
  })
})

describe('a big delivery', () => {
  const parkedWith = async (name: string) => {
    const { items } = (await admin.call<{ items: Parked[] }>('GET', '/parked?limit=100')).body
    return items.filter(({ body }) => body.includes(name))
  }

  // megaapp977/stack #586: a catch-all swallowed 475 messages
  test('of 475 messages, of which nobody can read one, loses none', {
    timeout: 240_000,
  }, async () => {
    const numbers = Array.from({ length: 25 }, newNumber)
    const good = Array.from({ length: 474 }, (_, index) =>
      text(numbers[index % 25] ?? '', `pesan ${index}`),
    )
    const poison = { id: newId(), type: 7, chat_id: numbers[0], from_name: 'Racun' }
    await delivered(...good.toSpliced(200, 0, poison as never))
    const ids: string[] = []
    for (const number of numbers)
      ids.push(...(await received((await admin.chatOf(number)).id)).map(({ id }) => id))
    expect(ids.toSorted()).toEqual(good.map(({ id }) => id).toSorted())
    expect(await parkedWith(poison.id)).toHaveLength(1)
  })
})
