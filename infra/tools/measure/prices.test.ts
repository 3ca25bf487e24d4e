import { expect, test } from 'vitest'
import { priceOf, type Usage } from './prices.ts'

const nothing: Usage = {
  writeUnits: 0,
  readUnits: 0,
  queueRequests: 0,
  httpCalls: 0,
  invocations: {},
  frames: 0,
  logBytes: 0,
  decryptions: 0,
}

test('a million of each is what the price lists say', () => {
  const million = 1e6
  expect(priceOf({ ...nothing, writeUnits: million })).toBeCloseTo(0.625)
  expect(priceOf({ ...nothing, readUnits: million })).toBeCloseTo(0.125)
  expect(priceOf({ ...nothing, queueRequests: million })).toBeCloseTo(0.5)
  expect(priceOf({ ...nothing, httpCalls: million })).toBeCloseTo(1)
  expect(priceOf({ ...nothing, frames: million })).toBeCloseTo(1)
  expect(priceOf({ ...nothing, logBytes: 1e9 })).toBeCloseTo(0.5)
  expect(priceOf({ ...nothing, decryptions: million })).toBeCloseTo(3)
})

test('a call of a function is paid for by itself and by its memory and time', () => {
  // 1 GB for 60 ms, a million times: 60,000 GB-s.
  expect(priceOf({ ...nothing, invocations: { webhook: 1e6 } })).toBeCloseTo(0.2 + 0.8)
})

test('a function whose time nobody has stated has no price', () => {
  expect(() => priceOf({ ...nothing, invocations: { tick: 1 } })).toThrow('tick')
})
