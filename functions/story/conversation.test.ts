import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { eventually, type Member, member, newNumber, outputs, sim } from './stack.ts'

let admin: Member
let agent: Member
beforeAll(async () => {
  await sim.calm()
  ;[admin, agent] = await Promise.all([member('admin'), member('agent')])
})

/** Longer than the bot waits for the rest of a burst and a send takes. */
const botWouldHaveAnswered = () => sleep(9000)

/** A chat in which the bot has answered once. */
async function answered() {
  const number = newNumber()
  await sim.write(number, 'Halo')
  await eventually(async () => (await sim.sentTo(number))[0])
  return { number, chat: await agent.chatOf(number, ({ lastSeq }) => lastSeq === 2) }
}

describe.concurrent('a customer writes', () => {
  test('and the bot answers, a person takes over and replies, and the ticks turn blue', async () => {
    const { socket, events } = await agent.listen()
    const number = newNumber()
    await sim.write(number, 'Halo', 'Dewi')

    const chat = await agent.chatOf(number)
    expect(chat).toMatchObject({ mode: 'bot', customer: { name: 'Dewi', phone: `+${number}` } })
    const [reply] = await eventually(async () => {
      const sent = await sim.sentTo(number)
      return sent.length ? sent : undefined
    })
    expect(reply?.text?.body).toContain('Halo')

    const taken = await agent.patch(chat.id, {
      assigneeId: agent.session.user.id,
      expectedAssigneeId: null,
    })
    expect(taken.body.chat).toMatchObject({ mode: 'agent', assigneeId: agent.session.user.id })
    const id = ulid()
    const sent = await agent.send(chat.id, 'Masih ada kak, mau warna apa?', id)
    expect(sent).toMatchObject({
      status: 201,
      body: { id, status: 'queued', senderName: agent.session.user.name },
    })

    await eventually(async () => (await sim.sentTo(number))[1])
    await eventually(async () =>
      (await agent.thread(chat.id)).find(({ status, id: its }) => its === id && status === 'read'),
    )
    const thread = await agent.thread(chat.id)
    expect(thread.map(({ sender }) => sender)).toEqual(['customer', 'bot', 'agent'])
    const end = await agent.chatOf(number)
    expect(end).toMatchObject({ unread: 0, lastMessage: { status: 'read' }, waitingSince: null })

    const statuses = await eventually(() => {
      const news = events.filter((event) => event.type === 'message.changed')
      const mine = news.filter(({ message }) => message.id === id)
      return mine.at(-1)?.message.status === 'read' ? mine : undefined
    })
    const ranks = statuses.map(({ message }) => message.rev)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(statuses.at(-1)?.chat.rev).toBe(end.rev)
    socket.close()
  })

  test('three times in a hurry, and gets one answer', async () => {
    const number = newNumber()
    for (const text of ['Halo', 'kak', 'buka jam berapa?']) await sim.write(number, text)
    await eventually(async () => (await sim.sentTo(number))[0])
    await botWouldHaveAnswered()
    const sent = await sim.sentTo(number)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text?.body).toContain('09.00')
    const chat = await agent.chatOf(number)
    const said = (await agent.thread(chat.id)).map(({ text }) => text)
    expect(said.slice(0, 3)).toEqual(['Halo', 'kak', 'buka jam berapa?'])
  })

  test('and asks for a person: the bot says so, once, and is quiet from then on', async () => {
    const number = newNumber()
    await sim.write(number, 'Mau bicara dengan manusia')
    const chat = await agent.chatOf(number, ({ mode }) => mode === 'agent')
    expect(chat.waitingSince).not.toBeNull()
    await eventually(async () => (await sim.sentTo(number))[0])
    await sim.write(number, 'Halo?')
    await botWouldHaveAnswered()
    expect(await sim.sentTo(number)).toHaveLength(1)
    await sim.write(number, 'kembali ke bot')
    await agent.chatOf(number, ({ mode }) => mode === 'bot')
    await eventually(async () => (await sim.sentTo(number))[1])
  })

  test.each(['agent', 'paused', 'closed'] as const)(
    'into a chat in mode %s and the bot does not answer',
    async (mode) => {
      const { number, chat } = await answered()
      await admin.patch(chat.id, { mode })
      // A closed chat wakes up when its customer writes; until then nothing goes out.
      if (mode !== 'closed') await sim.write(number, 'Halo lagi')
      await botWouldHaveAnswered()
      expect(await sim.sentTo(number)).toHaveLength(1)
    },
  )

  test('and the owner answers on the phone: it is shown, and the bot stops', async () => {
    const { number, chat } = await answered()
    await sim.typeOnPhone(number, 'Masih ada, kak')
    await agent.chatOf(number, ({ mode }) => mode === 'agent')
    const thread = await agent.thread(chat.id)
    expect(thread.at(-1)).toMatchObject({ sender: 'phone', text: 'Masih ada, kak' })
    await sim.write(number, 'Oke')
    await botWouldHaveAnswered()
    expect(await sim.sentTo(number)).toHaveLength(1)
  })

  test('into a closed chat, and it wakes up with the bot', async () => {
    const { number, chat } = await answered()
    await admin.patch(chat.id, { mode: 'closed' })
    await sim.write(number, 'Halo lagi')
    await agent.chatOf(number, ({ mode }) => mode === 'bot')
    await eventually(async () => (await sim.sentTo(number))[1])
  })
})

describe.concurrent('the owner', () => {
  const commander = outputs.admins.split(',')[0] ?? ''
  const asked = async (command: string) => {
    const before = (await sim.sentTo(commander)).length
    await sim.write(commander, command, 'Pemilik')
    return (await eventually(async () => (await sim.sentTo(commander))[before])).text?.body ?? ''
  }

  test('manages chats by WhatsApp, with an answer to every command', async () => {
    const { number, chat } = await answered()
    expect(await asked('/help')).toContain('/assign <number> <username>')
    expect(await asked(`/mode ${number} paused`)).toContain('mode paused')
    expect(await agent.chatOf(number)).toMatchObject({ mode: 'paused' })
    expect(await asked(`/assign 0${number.slice(2)} agent`)).toContain('assigned to Putri Maharani')
    expect(await agent.chatOf(number)).toMatchObject({ assigneeId: agent.session.user.id })
    expect(await asked(`/close ${number}`)).toContain('closed')
    expect(await asked('/mode 123 bot')).toContain('no phone number')
    expect(await asked('/list')).toContain('bot')
    const end = await admin.call('GET', `/chats/${chat.id}`)
    expect(end.body).toMatchObject({ chat: { mode: 'closed' } })
  })

  test('is the only one who can: from anybody else a command is ordinary text', async () => {
    const { number, chat } = await answered()
    await sim.write(number, `/mode ${number} closed`)
    await eventually(async () => (await sim.sentTo(number))[1])
    expect((await agent.call('GET', `/chats/${chat.id}`)).body).toMatchObject({
      chat: { mode: 'bot' },
    })
  })
})

test('the sidebar counts what is there', async () => {
  const before = (await agent.call<{ all: number; unassigned: number }>('GET', '/counts')).body
  const number = newNumber()
  await sim.write(number, 'Halo')
  await agent.chatOf(number)
  const after = (await agent.call<{ all: number; unassigned: number }>('GET', '/counts')).body
  expect(after).toMatchObject({ all: before.all + 1, unassigned: before.unassigned + 1 })
})
