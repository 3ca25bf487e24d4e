import { SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { ChatState, MessageState } from '../domain/chat/chat-state.ts'
import { secret } from '../lib/secrets.ts'
import { day, smallWorld } from '../tick/example.ts'
import { decide } from './decide.ts'
import { textsOf } from './texts.ts'
import { hasTokens, spendTokens } from './tokens.ts'

smallWorld()
// Whatever other tests made functions remember is old by then.
const start = Date.UTC(2027, 0, 5, 9)
beforeEach(() => {
  vi.setSystemTime(start)
  vi.stubEnv('BOT_TOKENS_A_DAY', '1000')
  vi.stubEnv('OPENAI_KEY_PARAMETER', 'token')
  vi.stubEnv('OPENAI_BASE_URL', 'https://model.invalid/v1')
})

// Nor shall they remember that there was a key.
afterAll(async () => {
  vi.mocked(SSMClient.prototype.send).mockImplementation(async () => ({ Parameters: [] }))
  await secret('OPENAI_KEY_PARAMETER', start + day)
})

test('a model reads and writes so much in a day, and no more', async () => {
  await spendTokens(999)
  expect(await hasTokens()).toBe(true)
  await spendTokens(1)
  expect(await hasTokens()).toBe(false)
  expect(await hasTokens(start + day)).toBe(true)
})

const answer = () =>
  decide({
    chat: { mode: 'bot', botDue: 'm1', customer: { name: 'Sari W', phone: null } } as ChatState,
    recent: [
      { id: 'm1', seq: 1, sender: 'customer', text: 'Berapa harga kaos L?', kind: 'text' },
    ] as MessageState[],
    texts: textsOf({}),
    runCommand: async () => '',
  })

test('each answer of the model is counted, and without tokens the prepared answers go out', async () => {
  const model = vi.fn(async () =>
    Response.json({
      object: 'response',
      output: [
        {
          type: 'message',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'Kaos L 95 ribu.', annotations: [] }],
        },
      ],
      usage: { input_tokens: 700, output_tokens: 300, total_tokens: 1000 },
    }),
  )
  vi.stubGlobal('fetch', model)
  expect(await answer()).toMatchObject({ text: 'Kaos L 95 ribu.', mode: 'bot' })
  expect(await answer()).toMatchObject({
    text: expect.stringContaining('harga'),
    botProblem: 'The tokens of the day are used up',
  })
  expect(model).toHaveBeenCalledOnce()
})
