import { beforeEach, describe, expect, test } from 'vitest'
import * as ChannelState from './channel-state.ts'

const at = (minutes: number) => Date.parse('2026-11-21T09:00:00.000Z') + minutes * 60_000
const stateAfter = (...news: [code: string | undefined, minutes: number][]) =>
  news.reduce(
    (known, [code, minutes]) => ChannelState.after(known, { code }, at(minutes)),
    ChannelState.ChannelState.parse({}),
  )

describe('what a channel tells', () => {
  test('nothing yet: nobody knows', () => {
    expect(stateAfter()).toMatchObject({ state: 'unknown', since: null, checkedAt: null })
  })

  test.each(['QR', 'INIT', 'STOP', 'SYNC_ERROR', '401', '402', '404'])('%s: it is lost', (code) => {
    expect(stateAfter(['AUTH', 0], [code, 5])).toMatchObject({ state: 'disconnected', code })
  })

  test('another word for the same state does not begin it anew', () => {
    const lost = stateAfter(['AUTH', 0], ['401', 5], ['QR', 7])
    expect(Date.parse(lost.since ?? '')).toBe(at(5))
    expect(Date.parse(lost.checkedAt ?? '')).toBe(at(7))
  })

  test('linked again: it is back at once', () => {
    expect(stateAfter(['401', 0], ['AUTH', 1])).toMatchObject({ state: 'connected' })
  })

  test('an unpaid account is not paid because the number is linked; later a send tries', () => {
    expect(stateAfter(['402', 0], ['AUTH', 5])).toMatchObject({
      state: 'disconnected',
      code: '402',
    })
    expect(stateAfter(['402', 0], ['AUTH', 31])).toMatchObject({ state: 'connected' })
  })

  test('somebody asked after a payment: the linked number is believed at once', () => {
    const asked = { code: 'AUTH', asked: true }
    expect(ChannelState.after(stateAfter(['402', 0]), asked, at(1))).toMatchObject({
      state: 'connected',
    })
    const still = { code: '402', asked: true }
    expect(ChannelState.after(stateAfter(['402', 0]), still, at(1))).toMatchObject({
      state: 'disconnected',
    })
  })

  test('what is to be scanned is kept until the number is linked', () => {
    const qr = { image: 'data:image/png;base64,AAAA', expiresAt: '2026-11-21T09:00:20.000Z' }
    const shown = ChannelState.after(stateAfter(['QR', 0]), { qr }, at(1))
    expect(shown).toMatchObject({ state: 'disconnected', code: 'QR', qr })
    expect(ChannelState.after(shown, { code: 'AUTH' }, at(2)).qr).toBeUndefined()
  })
})

describe('what is remembered', () => {
  beforeEach(() => ChannelState.remember({ code: 'AUTH' }))

  test('of many who hear the same, one hears something new', async () => {
    const heard = await Promise.all(
      Array.from({ length: 8 }, () => ChannelState.remember({ code: 'QR' })),
    )
    expect(heard.filter(({ before, now }) => before.state !== now.state)).toHaveLength(1)
    expect(await ChannelState.isDown(await ChannelState.get())).toBe(true)
  })

  test('is asked once more before somebody has to wait', async () => {
    const stale = ChannelState.ChannelState.parse({ state: 'disconnected' })
    expect(await ChannelState.isDown(stale)).toBe(false)
  })
})
