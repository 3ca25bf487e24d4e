import { expect, test } from 'vitest'
import { e164 } from './phone.ts'

test.each([
  '6281234567890',
  '+62 812-3456-7890',
  '0812 3456 7890',
  '62 0812 3456 7890',
  '+62 (0) 812 3456 7890',
  '006281234567890',
])('%s is one Indonesian number', (written) => {
  expect(e164(written)).toBe('+6281234567890')
})

test.each([
  ['a mobile number of before the ninth digit', '553187654321', '+5531987654321'],
  ['a mobile number of today', '5531987654321', '+5531987654321'],
  ['a number of a house', '551132654321', '+551132654321'],
])('Brazil: %s', (_, written, number) => {
  expect(e164(written)).toBe(number)
})

test.each(['6281200000001', '60123456789', '6591234567', '12025550123', '99912345678'])(
  '%s keeps its digits',
  (written) => {
    expect(e164(written)).toBe(`+${written}`)
  },
)

test.each(['', 'Sari', '0', '12345', '0@c.us', '1234567890123456', '000000000'])(
  '"%s" is no number',
  (written) => {
    expect(e164(written)).toBeNull()
  },
)

test('what is said once is said the same again', () => {
  for (const written of ['0812 3456 7890', '553187654321', '99912345678', '620812345678'])
    expect(e164(e164(written) ?? '')).toBe(e164(written))
})
