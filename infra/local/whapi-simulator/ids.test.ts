import { expect, test } from 'vitest'
import { messageIdPattern, newMessageId } from './ids.ts'

test('message ids have the provider’s shape, and sort as they were made', () => {
  const ids = Array.from({ length: 50 }, () => newMessageId('6281200000001@s.whatsapp.net'))
  for (const id of [...ids, newMessageId('120363012345678901@g.us')])
    expect(id).toMatch(messageIdPattern)
  expect(ids).toEqual(ids.toSorted())
})
