import { expect, test } from 'vitest'
import { shiftOf } from './shift.ts'

const named = (...names: (string | number)[]) => names.map((id) => ({ id: String(id) }))
const list = Array.from({ length: 30 }, (_, at) => at)

test('a chat that rises past what somebody reads moves it down by a line', () => {
  const risen = named(25, ...list.filter((id) => id !== 25))
  expect(shiftOf(named(...list), risen, 10)).toBe(1)
})

test('the line somebody reads first can rise itself: those below it stay where they are', () => {
  const risen = named(10, ...list.filter((id) => id !== 10))
  expect(shiftOf(named(...list), risen, 10)).toBe(0)
})

test('where several rise at once, the first line that is left stays under the eye', () => {
  const risen = named(12, 15, 25, ...list.filter((id) => ![12, 15, 25].includes(id)))
  expect(shiftOf(named(...list), risen, 10)).toBe(3)
  expect(shiftOf(named(...list), named(...list.filter((id) => id !== 3)), 10)).toBe(-1)
})

test('what changes further down moves nothing, nor does what comes below the end', () => {
  expect(shiftOf(named(...list), named(...list, 'a', 'b'), 10)).toBe(0)
  expect(shiftOf(named(...list), [], 10)).toBe(0)
})
