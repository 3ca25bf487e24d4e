import { describe, expect, test } from 'vitest'
import { parkJob, queueOf, reasonOf } from './given-up.ts'
import * as Parked from './parked.ts'
import { list } from './parked-list.ts'

describe('the reason why a job was given up', () => {
  test('names the error and says what went wrong', () => {
    expect(reasonOf(new TypeError('A message without its chat'))).toBe(
      'TypeError: A message without its chat',
    )
  })

  test.each([
    [`Unexpected token 'H', "Halo kak, pesan" is not valid JSON`, /Halo|kak/],
    ['No answer for 6281200000001@s.whatsapp.net in time', /62812|whatsapp/],
    ['Incorrect API key provided: sk-proj-abc*wxyz.', /sk-|abc/],
    ['The number +6281200000001 is unknown', /62812/],
  ])('does not repeat what could be private in "%s"', (message, secret) => {
    expect(reasonOf(new Error(message))).not.toMatch(secret)
  })

  test('is short, whatever was thrown', () => {
    expect(reasonOf(new Error('x y '.repeat(1000))).length).toBeLessThanOrEqual(200)
    expect(reasonOf('text of somebody')).not.toContain('somebody')
  })
})

test('a job that fails for the last time again and again is listed once, with its queue', async () => {
  const body = JSON.stringify({ chatId: crypto.randomUUID(), messageId: 'one' })
  for (const reason of ['first', 'second']) await parkJob('bot')(body, new Error(reason))
  const { items } = await list({ limit: 100 })
  const mine = items.filter((item) => item.body === body)
  expect(mine).toMatchObject([
    { reason: 'Error: second', path: 'queue/bot', why: { code: 'job_failed', about: 'bot' } },
  ])
  expect(queueOf(await Parked.get(mine[0]?.id ?? ''))).toBe('bot')
})

test.each(['/webhook/whapi', '', 'queue/', 'queue/else'])('"%s" is no path of a job', (path) => {
  expect(queueOf({ path })).toBeUndefined()
})
