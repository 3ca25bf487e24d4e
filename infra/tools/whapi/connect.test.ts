import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../local/whapi-simulator/simulator.ts'
import { connect, disconnect, drift } from './connect.ts'
import { channelOf } from './provider.ts'

const token = 'a-token-of-nobody'
const wanted = { url: 'https://chat.example.com/webhook/whapi', secret: 'ours' }
let simulator: Simulator
const provider = () => ({ url: simulator.url, token })

beforeEach(async () => {
  simulator = await startSimulator({
    port: 0,
    token,
    channelId: 'MANTIS-M72HC',
    ownNumber: '6281200000000',
  })
})
afterEach(() => simulator.close())

test('a channel is connected once, and left again', async () => {
  expect(await connect(provider(), wanted)).toContain('it does not deliver to us')
  expect(await connect(provider(), wanted)).toEqual([])
  expect(await drift(provider(), wanted)).toEqual([])
  await disconnect(provider(), wanted)
  expect(await drift(provider(), wanted)).toEqual(['it does not deliver to us'])
})

test('a channel tells its name and how it is', async () => {
  expect(await channelOf(provider())).toEqual({ id: 'MANTIS-M72HC', state: 'AUTH' })
})

test('a wrong token is told with what to do, and is not shown', async () => {
  const error = await channelOf({ ...provider(), token: 'wrong-one' }).catch((it: Error) => it)
  expect(String(error)).toMatch(/401.*panel\.whapi\.cloud/s)
  expect(String(error)).not.toContain('wrong-one')
})

test('a provider that is not there is named', async () => {
  await expect(channelOf({ url: 'http://127.0.0.1:9', token })).rejects.toThrow(/cannot be reached/)
})
