import { expect, test } from 'vitest'
import { expectNode } from './prerequisites.ts'

test.each(['20.20.2', '22.17.0'])('Node %s is told what to do', (version) => {
  expect(() => expectNode(version)).toThrow(/22\.18 or newer.*Debian.*macOS.*Windows/s)
})

test.each(['22.18.0', '24.0.0', '26.1.0'])('Node %s will do', (version) => {
  expect(() => expectNode(version)).not.toThrow()
})
