import { expect, test } from 'vitest'
import { outcomeOf } from './client.ts'

const refused = (code: number, message: string) => JSON.stringify({ error: { code, message } })

test('an accepted message has the provider’s name', () => {
  const body = JSON.stringify({ sent: true, message: { id: 'Tg5r-wB4n', status: 'pending' } })
  expect(outcomeOf(200, body)).toEqual({ is: 'sent', providerId: 'Tg5r-wB4n' })
  expect(outcomeOf(201, JSON.stringify({ id: 'Tg5r-wB4n' }))).toMatchObject({ is: 'sent' })
})

test.each([400, 402, 403, 404, 413, 415])('%i is certain: it was not sent', (status) => {
  expect(outcomeOf(status, refused(status, 'no'))).toEqual({
    is: 'failed',
    code: String(status),
    message: 'no',
  })
})

test.each([401, 429])('%i was not sent and may be tried again', (status) => {
  expect(outcomeOf(status, refused(status, 'wait'))).toMatchObject({ is: 'later' })
})

test.each([
  ['an error of theirs', 500, refused(500, 'oops')],
  ['a gateway in between', 502, '<html>'],
  ['an answer without a name', 200, '{"sent":true}'],
  ['an answer that is no JSON', 200, 'OK'],
])('after %s nobody can tell, and nothing is sent again', (_, status, body) => {
  expect(outcomeOf(status, body)).toMatchObject({ is: 'unknown' })
})
