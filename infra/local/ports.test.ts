import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { expectFree, portsFrom } from './ports.ts'

test('a stack takes three ports in a row', () => {
  expect(portsFrom('3000')).toEqual({ web: 3000, simulator: 3001, engine: 3002 })
})

test.each(['', 'abc', '80', '65535', '3000.5'])('%j is no port to start from', (first) => {
  expect(() => portsFrom(first)).toThrow(first)
})

test('a taken port is named', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  await expect(expectFree({ simulator: port })).rejects.toThrow(
    `Port ${port}, for the simulated phone, is taken`,
  )
  server.close()
  await once(server, 'close')
  await expect(expectFree({ simulator: port })).resolves.toBeUndefined()
})
