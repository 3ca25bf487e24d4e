import { setTimeout as sleep } from 'node:timers/promises'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Chat, Participant } from '../../shared/chat.ts'
import { eventually, type Member, member, newNumber, sim } from './stack.ts'

let admin: Member
beforeAll(async () => {
  await sim.calm()
  admin = await member('admin')
})

/** Longer than the bot waits for the rest of a burst and a send takes. */
const botWouldHaveAnswered = () => sleep(9000)

/** A group of two customers, one of whom has written. */
async function group() {
  const [dewi, budi] = [newNumber(), newNumber()]
  const subject = `Reseller ${dewi.slice(-6)}`
  const { id } = (
    await sim.steer<{ id: string }>('POST groups', { subject, participants: [dewi, budi] })
  ).body
  await sim.say(dewi, { chat: id, text: 'Min, promo apa?', name: 'Dewi' })
  const chat = await groupChat(subject)
  return { id, subject, dewi, budi, chat }
}

const groupChat = (subject: string, wanted = (_: Chat) => true) =>
  eventually(async () => (await admin.chats(`q=${encodeURIComponent(subject)}`)).find(wanted))

const participants = async (chatId: string) =>
  (await admin.call<{ items: Participant[] }>('GET', `/chats/${chatId}/participants`)).body.items

describe.concurrent('a group', () => {
  test('is one chat under its subject, with a name on each message', async () => {
    const { id, subject, dewi, budi, chat } = await group()
    expect(chat).toMatchObject({ isGroup: true, customer: { name: subject, phone: null } })
    await sim.say(budi, { chat: id, text: 'Saya juga mau tahu', name: 'Budi' })
    const end = await groupChat(subject, ({ lastSeq }) => lastSeq === 2)
    expect(end).toMatchObject({ id: chat.id, unread: 2, lastMessage: { senderName: 'Budi' } })
    expect(await admin.thread(chat.id)).toMatchObject([
      { sender: 'customer', senderName: 'Dewi', senderPhone: `+${dewi}` },
      { sender: 'customer', senderName: 'Budi', senderPhone: `+${budi}` },
    ])
  })

  test('shows a member who hides the number by name, and no digits as a number', async () => {
    const { id, subject, chat } = await group()
    await sim.say(newNumber(), { chat: id, text: 'Halo', name: 'Citra', lid: true })
    await groupChat(subject, ({ lastSeq }) => lastSeq === 2)
    const [, hidden] = await admin.thread(chat.id)
    expect(hidden).toMatchObject({ senderName: 'Citra' })
    expect(hidden?.senderPhone).toBeUndefined()
  })

  test('gets no answer of the bot, but one of an agent', async () => {
    const { id, subject, chat } = await group()
    await botWouldHaveAnswered()
    expect(await sim.sentTo(id)).toEqual([])
    expect(await groupChat(subject)).not.toMatchObject({ mode: 'bot', waitingSince: null })
    await admin.patch(chat.id, { assigneeId: admin.session.user.id, expectedAssigneeId: null })
    await admin.send(chat.id, 'Promo mulai besok', ulid())
    const [sent] = await eventually(async () => {
      const all = await sim.sentTo(id)
      return all.length ? all : undefined
    })
    expect(sent?.text?.body).toBe('Promo mulai besok')
  })

  test('is renamed', async () => {
    const { id, subject, chat } = await group()
    await sim.steer(`PATCH groups/${id}`, { subject: `${subject} Jabar` })
    expect(await groupChat(`${subject} Jabar`)).toMatchObject({ id: chat.id })
  })

  test('tells who is in it, also after somebody came, went or became an admin', async () => {
    const { id, dewi, budi, chat } = await group()
    const others = async () =>
      (await participants(chat.id))
        .filter(({ phone }) => phone !== '+6281200000000')
        .map(({ phone, isAdmin }) => `${phone} ${isAdmin}`)
        .toSorted()
    const become = async (wanted: string[]) => {
      await eventually(async () => JSON.stringify(await others()) === JSON.stringify(wanted))
      expect(await others()).toEqual(wanted)
    }
    await become([`+${dewi} false`, `+${budi} false`].toSorted())
    const citra = newNumber()
    const change = (action: string, phone: string) =>
      sim.steer(`POST groups/${id}/participants`, { action, participants: [phone] })
    await change('add', citra)
    await change('promote', citra)
    await change('remove', budi)
    await become([`+${dewi} false`, `+${citra} true`].toSorted())
  })

  test('names its members by what they wrote or what the phone’s contacts say, and the shop as such', async () => {
    const { id, subject, dewi, budi, chat } = await group()
    await sim.steer(`PATCH customers/${budi}`, { name: 'Budi Santoso' })
    await sim.steer('POST phone-messages', { to: id, text: 'Promo mulai besok' })
    await groupChat(subject, ({ lastSeq }) => lastSeq === 2)
    const found = await eventually(async () => {
      const all = await participants(chat.id)
      return all.every(({ name, isUs }) => name || isUs) ? all : undefined
    })
    expect(found.map(({ name, phone, isUs }) => [isUs ? 'us' : name, phone])).toEqual([
      ['us', '+6281200000000'],
      ['Budi Santoso', `+${budi}`],
      ['Dewi', `+${dewi}`],
    ])
  })

  test('tells whom a message quotes, and whom it calls by digits', async () => {
    const { id, subject, dewi, budi } = await group()
    const { id: quoted } = await sim.say(budi, { chat: id, text: 'Saya mau', name: 'Budi' })
    const list = await groupChat(subject, ({ lastSeq }) => lastSeq === 2)
    await sim.say(dewi, { chat: id, text: 'Setuju', name: 'Dewi', quoted })
    await groupChat(subject, ({ lastSeq }) => lastSeq === 3)
    await sim.say(dewi, {
      chat: id,
      text: `Tanya @${budi} ya`,
      name: 'Dewi',
      context: { mentions: [budi] },
    })
    const end = await groupChat(subject, ({ lastSeq }) => lastSeq === 4)
    expect(end.lastMessage?.text).toBe('Tanya @Budi ya')
    const [, , reply, call] = await admin.thread(list.id)
    expect(reply?.quoted).toMatchObject({ id: quoted, senderName: 'Budi' })
    expect(call).toMatchObject({
      text: `Tanya @${budi} ya`,
      mentions: [{ digits: budi, id: `${budi}@s.whatsapp.net`, name: 'Budi' }],
    })
  })

  test('has a reaction of each member', async () => {
    const { id, dewi, budi, chat } = await group()
    const { id: target } = await sim.say(dewi, { chat: id, text: 'Setuju?', name: 'Dewi' })
    for (const [from, name] of [
      [dewi, 'Dewi'],
      [budi, 'Budi'],
    ] as const)
      await sim.act({ from, name, type: 'reaction', target, emoji: '👍' })
    const message = await eventually(async () =>
      (await admin.thread(chat.id)).find(
        ({ id, reactions }) => id === target && reactions?.length === 2,
      ),
    )
    expect(message.reactions?.map(({ senderName }) => senderName).toSorted()).toEqual([
      'Budi',
      'Dewi',
    ])
  })
})
