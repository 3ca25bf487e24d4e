import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Json, sari, startInbox, startTalk } from './harness.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whapi-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const textsIn = async (talk: Awaited<ReturnType<typeof startTalk>>) =>
  (await talk.call(`GET /sim/chats/${sari}`)).body.bubbles.map(({ text }: Json) => text)

test('conversations survive a restart, and what was not delivered is delivered then', async () => {
  const stateFile = join(folder, 'deep', 'state.json')
  const broken = await startInbox(() => 500)
  const before = await startTalk(broken.url, { stateFile })
  await before.call('POST /sim/customers', { phone: '0812-0000-0003', name: 'Dewi' })
  await before.call('POST /sim/messages', { from: sari, text: 'Halo' })
  await before.close()
  broken.close()

  const inbox = await startInbox()
  const after = await startTalk(inbox.url, { stateFile })
  expect(await textsIn(after)).toEqual(['Halo'])
  const { customers } = (await after.call('GET /sim/customers')).body
  expect(customers.map(({ name }: Json) => name)).toEqual(['Sari W', 'Budi', 'Dewi'])
  await after.idle()
  expect(inbox.received[0]?.body.messages[0].text.body).toBe('Halo')
  await after.close()
  inbox.close()
})

test('a state that cannot be read is no reason not to start', async () => {
  const stateFile = join(folder, 'state.json')
  writeFileSync(stateFile, '{"half')
  const talk = await startTalk(undefined, { stateFile })
  expect(await textsIn(talk)).toEqual([])
  await talk.close()
})
