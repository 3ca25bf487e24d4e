import { expect, test } from 'vitest'
import { startTalk } from '../harness.ts'

test('the phone page comes with all it refers to, and from nowhere else', async () => {
  const talk = await startTalk()
  const html = (await talk.call('GET /')).body
  const scripts = (await talk.call('GET /page/phone.js')).body
  const addresses = [
    ...html.matchAll(/(?:href|src)="([^"]+)"/g),
    ...scripts.matchAll(/from '\.(\/[^']+)'/g),
  ].map(([, address]) => (address.startsWith('/page/') ? address : `/page${address}`))
  expect(addresses.length).toBeGreaterThan(6)
  for (const address of addresses) expect((await talk.call(`GET ${address}`)).status).toBe(200)
  await talk.close()
})

test('no other file is to be had', async () => {
  const talk = await startTalk()
  for (const name of ['page.ts', '..%2fmain.ts', 'constructor']) {
    expect((await talk.call(`GET /page/${name}`)).status).toBe(404)
  }
  await talk.close()
})
