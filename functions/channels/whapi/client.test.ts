import { expect, test } from 'vitest'
import { answerOf } from './call.ts'
import { outcomeOf } from './client.ts'

const refused = (code: number, message: string) => JSON.stringify({ error: { code, message } })

const afterSend = (status: number, body: string) => outcomeOf(answerOf(status, body))

test('an accepted message has the provider’s name', () => {
  const body = JSON.stringify({ sent: true, message: { id: 'Tg5r-wB4n', status: 'pending' } })
  expect(afterSend(200, body)).toEqual({ is: 'sent', providerId: 'Tg5r-wB4n' })
  expect(afterSend(201, JSON.stringify({ id: 'Tg5r-wB4n' }))).toMatchObject({ is: 'sent' })
})

test.each([
  [400, 'rejected'],
  [403, 'forbidden'],
  [404, 'not_on_whatsapp'],
  [413, 'too_large'],
  [415, 'rejected'],
])('%i is certain: it was not sent, and the shop is told why', (status, code) => {
  expect(afterSend(status, refused(status, 'no'))).toEqual({ is: 'failed', code, message: 'no' })
})

test('429 was not sent and may be tried again', () => {
  expect(afterSend(429, refused(429, 'wait'))).toMatchObject({ is: 'later', code: 'rate_limited' })
})

test.each([
  [401, 'need channel authorization'],
  [402, 'trial limit exceeded'],
  [404, 'Channel not found'],
])('%i "%s" is about the channel: everything waits until it is back', (status, message) => {
  expect(afterSend(status, refused(status, message))).toEqual({
    is: 'paused',
    code: String(status),
    message,
  })
})

test.each([
  ['an error of theirs', 500, refused(500, 'oops')],
  ['a gateway in between', 502, '<html>'],
  ['a gateway that waited too long', 408, ''],
  ['an answer without a name', 200, '{"sent":true}'],
  ['an answer that is no JSON', 200, 'OK'],
])('after %s nobody can tell, and nothing is sent again', (_, status, body) => {
  expect(afterSend(status, body)).toMatchObject({ is: 'unknown' })
})
