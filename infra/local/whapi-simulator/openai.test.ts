import OpenAI from 'openai'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTalk } from './harness.ts'

let talk: Awaited<ReturnType<typeof startTalk>>
beforeEach(async () => {
  talk = await startTalk()
})
afterEach(() => talk.close())

const model = (apiKey = 'any-key') =>
  new OpenAI({ apiKey, baseURL: `${talk.url}/openai/v1`, maxRetries: 0 })

test('the model answers the last words of the customer, always alike', async () => {
  const response = await model().responses.create({
    model: 'gpt-5-mini',
    instructions: 'Jawab singkat.',
    input: [
      { role: 'user', content: 'Halo' },
      { role: 'assistant', content: 'Halo kak' },
      { role: 'user', content: 'Ada ukuran L?' },
    ],
  })
  expect(response.output_text).toMatch(/^Tentang "Ada ukuran L\?": ./)
  const { prompts } = (await talk.call('GET /sim/openai')).body
  expect(prompts).toMatchObject([{ status: 200, body: { instructions: 'Jawab singkat.' } }])
})

test('the model can fail, as often as asked', async () => {
  await talk.call('PUT /sim/faults', { openai: { status: 429, times: 1 } })
  const ask = () => model().responses.create({ model: 'gpt-5-mini', input: 'Halo' })
  await expect(ask()).rejects.toMatchObject({ status: 429 })
  expect((await ask()).output_text).toContain('Halo')
})

test('the model wants a key and a question', async () => {
  const ask = (body: object, authorization: string) =>
    talk.call('POST /openai/v1/responses', body, { authorization })
  const question = { model: 'gpt-5-mini', input: 'Halo' }
  expect(await ask(question, '')).toMatchObject({
    status: 401,
    body: { error: { code: 'invalid_api_key' } },
  })
  expect((await ask({ model: 'gpt-5-mini' }, 'Bearer key')).status).toBe(400)
})
