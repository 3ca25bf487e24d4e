import { expect, test } from 'vitest'
import * as Ignored from './ignored.ts'

test('what is left out is counted by its name, also by several at once', async () => {
  const [stories, calls] = [`stories ${crypto.randomUUID()}`, `pk ${crypto.randomUUID()}`]
  await Ignored.count({})
  await Promise.all([
    Ignored.count({ [stories]: 2, [calls]: 1 }),
    Ignored.count({ [stories]: 3, nothing: 0 }),
  ])
  const counted = await Ignored.get()
  expect(counted).toMatchObject({ [stories]: 5, [calls]: 1 })
  expect(counted).not.toHaveProperty('nothing')
  expect(counted).not.toHaveProperty('pk')
})
