import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { table, tableName } from '../../lib/table.ts'
import type { MessageState } from '../chat/chat-state.ts'
import * as eg from '../example.ts'
import { receive } from '../message/incoming.ts'
import * as Message from '../message/message.ts'
import { advance } from '../message/receipt.ts'
import * as Asked from './asked.ts'
import { ask, dropChange, versions } from './asking.ts'
import { amendmentsDue } from './due.ts'
import { queue } from './from-agent.ts'
import { sent, take } from './sending.ts'

const ayu = eg.member()

/** A reply of Ayu's that is out. */
async function replied() {
  const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
  const { result } = await queue(eg.draft({ chatId: chat.id }), ayu, true)
  await take(result)
  const providerId = `out-${result.id}`
  await sent(result, chat.channelId, providerId)
  return { chat, message: result, target: { chatId: chat.id, messageId: result.id } }
}

const presentOf = async (place: Message.Place) => {
  const found = await Message.findItem(place)
  if (!found) throw new Error('no message')
  return found
}

const wishOf = ({ pending }: MessageState, kind: Asked.Wish['kind']) => {
  const wish = pending?.find((one) => one.kind === kind)
  if (!wish) throw new Error('nothing was asked')
  return wish
}

const edit = (value: string) => ({ kind: 'edit', value }) as const

describe('what somebody asks for', () => {
  test('is written down where it is found after a crash, and gone when it is done', async () => {
    const { message, target } = await replied()
    const asked = await ask(target, edit('Masih, kak'), ayu, true)
    expect((await presentOf(message)).item).toMatchObject({ outbox: 'due' })
    await Asked.done(message, wishOf(asked.message, 'edit'))
    const after = await presentOf(message)
    expect(after.message.pending).toBeUndefined()
    expect(after.item).not.toHaveProperty('outbox')
  })

  test('stays where it is found though a receipt comes in between', async () => {
    const { message, target } = await replied()
    await ask(target, edit('Masih, kak'), ayu, true)
    await advance(message, 'read')
    const { item, message: after } = await presentOf(message)
    expect(item).toMatchObject({ outbox: 'due', status: 'read' })
    expect(amendmentsDue(after)).toHaveLength(1)
  })

  test('replaces what was asked before, of the same kind only; what is done late takes nothing with it', async () => {
    const { message, target } = await replied()
    const first = await ask(target, edit('Satu'), ayu, true)
    await ask(target, { kind: 'reaction', value: '👍' }, ayu, true)
    await ask(target, edit('Dua'), ayu, true)
    await Asked.done(message, wishOf(first.message, 'edit'))
    const { message: after } = await presentOf(message)
    expect(after.pending?.map(({ value }) => value).toSorted()).toEqual(['Dua', '👍'])
  })

  test('and is refused, is to be seen and no longer to be done; asking for what stands dismisses it', async () => {
    const { message, target } = await replied()
    const asked = await ask(target, edit('Masih, kak'), ayu, true)
    const why = { code: 'forbidden', message: 'no' }
    await Asked.refused(message, wishOf(asked.message, 'edit'), why)
    const { message: after, item } = await presentOf(message)
    expect(after.pending).toMatchObject([{ kind: 'edit', error: why }])
    expect(item).not.toHaveProperty('outbox')
    const again = await ask(target, edit(message.text), ayu, true)
    expect(again.askedAt).toBeUndefined()
    expect((await presentOf(message)).message.pending).toBeUndefined()
  })

  test('and was refused can be let be, once, and only when it was refused', async () => {
    const { message, target } = await replied()
    const asked = await ask(target, { kind: 'reaction', value: '👍' }, ayu, true)
    const early = dropChange(target, 'reaction', ayu, true)
    await expect(early).rejects.toMatchObject({ status: 409, code: 'settled' })
    const why = { code: 'rejected', message: 'no' }
    await Asked.refused(message, wishOf(asked.message, 'reaction'), why)
    expect((await dropChange(target, 'reaction', ayu, true)).message.pending).toBeUndefined()
    const late = dropChange(target, 'reaction', ayu, true)
    await expect(late).rejects.toMatchObject({ status: 409, code: 'settled' })
  })

  test('of the words that stand is nothing', async () => {
    const { message, target } = await replied()
    expect(await ask(target, edit(message.text), ayu, true)).not.toHaveProperty('askedAt')
    expect((await presentOf(message)).message.pending).toBeUndefined()
  })
})

describe('what WhatsApp or the team does not allow', () => {
  const minutes = (count: number) => new Date(Date.now() - count * 60_000).toISOString()

  /** As if it had been sent so long ago. */
  async function agedBy(count: number) {
    const made = await replied()
    const { item } = await presentOf(made.message)
    await table.send(
      new PutCommand({ TableName: tableName(), Item: { ...item, sentAt: minutes(count) } }),
    )
    return made.target
  }

  test.each([
    ['edit', 14, undefined],
    ['edit', 16, 'too_late'],
    ['deletion', 47 * 60, undefined],
    ['deletion', 49 * 60, 'too_late'],
    ['reaction', 90 * 24 * 60, undefined],
  ] as const)('%s after %i minutes: %s', async (kind, age, code) => {
    const target = await agedBy(age)
    const asked = ask(target, { kind, value: '👍' }, ayu, true)
    if (code) await expect(asked).rejects.toMatchObject({ status: 409, code })
    else expect((await asked).askedAt).toBeDefined()
  })

  test('a message that has not gone out', async () => {
    const { chat } = await receive(eg.arrival({ channelId: eg.newChannelId() }), eg.rules)
    const { result } = await queue(eg.draft({ chatId: chat.id }), ayu, true)
    const asked = ask({ chatId: chat.id, messageId: result.id }, edit('Eh'), ayu, true)
    await expect(asked).rejects.toMatchObject({ status: 409, code: 'not_sent' })
  })

  test('somebody else’s words, unless one is an admin', async () => {
    const { target } = await replied()
    const boss = eg.member({ role: 'admin' })
    const stranger = ask(target, edit('Eh'), eg.member(), true)
    await expect(stranger).rejects.toMatchObject({ status: 404 })
    await expect(versions(target, eg.member(), true)).rejects.toMatchObject({ status: 404 })
    expect((await ask(target, edit('Eh'), boss, true)).askedAt).toBeDefined()
  })
})
