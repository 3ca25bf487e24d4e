import { secret } from '../lib/secrets.ts'
import { spendTokens } from './tokens.ts'

export interface Turn {
  role: 'user' | 'assistant'
  content: string
}

/** A customer does not wait longer than this for a model; then the prepared answer goes out. */
const timeoutMs = 20_000

/** An answer for a chat is no essay. */
const mostTokens = 500

/** Is there a key, so that a model may write? */
export const hasModel = async () => Boolean(await secret('OPENAI_KEY_PARAMETER'))

/**
 * The model's answer to a conversation (platform.openai.com/docs/api-reference/responses). Throws when it
 * fails, is slow or says nothing.
 */
export async function modelAnswer(instructions: string, turns: Turn[]): Promise<string> {
  // Loaded when first needed: most shops have no key, and the package is most of this function's size.
  const { default: OpenAI } = await import('openai')
  const client = new OpenAI({
    apiKey: await secret('OPENAI_KEY_PARAMETER'),
    baseURL: process.env.OPENAI_BASE_URL || undefined,
    timeout: timeoutMs,
    maxRetries: 0,
  })
  const response = await client.responses.create({
    model: process.env.OPENAI_MODEL || 'gpt-4.1-mini',
    instructions,
    input: turns,
    max_output_tokens: mostTokens,
    store: false,
  })
  await spendTokens(response.usage?.total_tokens ?? mostTokens)
  const text = response.output_text.trim()
  if (!text) throw new Error('The model said nothing')
  return text
}
