import { expect, test } from 'vitest'
import { startTalk } from '../harness.ts'

test('the phone page comes with all it refers to, and from nowhere else', async () => {
  const talk = await startTalk()
  const html = (await talk.call('GET /')).body
  const found = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, address = '']) => address.replace(/^\.\//, '/page/'))
  const addresses = new Set(found(html, /(?:href|src)="([^"]+)"/g))
  for (const address of addresses) {
    const { status, body } = await talk.call(`GET ${address}`)
    expect([address, status]).toEqual([address, 200])
    for (const next of found(String(body), /from '(\.\/[^']+)'/g)) addresses.add(next)
  }
  expect(addresses.size).toBeGreaterThan(12)
  await talk.close()
})

test('no other file is to be had', async () => {
  const talk = await startTalk()
  for (const name of ['page.ts', '..%2fmain.ts', 'constructor']) {
    expect((await talk.call(`GET /page/${name}`)).status).toBe(404)
  }
  await talk.close()
})
