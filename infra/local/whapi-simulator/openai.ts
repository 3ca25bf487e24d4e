import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ulid } from 'ulid'
import * as z from 'zod'
import { strike } from './faults.ts'
import { seconds } from './ids.ts'
import type { World } from './world.ts'

const Part = z.looseObject({ type: z.string(), text: z.string().optional() })
const Item = z.looseObject({
  role: z.string().optional(),
  content: z.union([z.string(), z.array(Part)]).optional(),
})
const Request = z.looseObject({
  model: z.string().min(1),
  instructions: z.string().nullish(),
  input: z.union([z.string(), z.array(Item)]),
  stream: z.literal(false).nullish(),
})
type Request = z.infer<typeof Request>

function lastUserText({ input }: Request): string {
  if (typeof input === 'string') return input
  const content = input.findLast(({ role }) => role === 'user')?.content ?? ''
  if (typeof content === 'string') return content
  return content.map(({ text = '' }) => text).join(' ')
}

/** Always the same for the same words, so that a test can expect it. */
export const replyTo = (text: string): string =>
  `Tentang "${text.trim()}": terima kasih sudah bertanya, kami bantu sekarang.`

const problem = (type: string, message: string, code: string | null = null) => ({
  error: { message, type, param: null, code },
})

function responseTo(request: Request) {
  const { model, instructions = null } = request
  const asked = lastUserText(request)
  const text = replyTo(asked)
  const [input_tokens, output_tokens] = [asked, text].map((words) => Math.ceil(words.length / 4))
  return {
    id: `resp_${ulid()}`,
    object: 'response',
    created_at: seconds(),
    status: 'completed',
    error: null,
    incomplete_details: null,
    instructions,
    metadata: {},
    model,
    output: [
      {
        id: `msg_${ulid()}`,
        type: 'message',
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
      },
    ],
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
    previous_response_id: null,
    usage: {
      input_tokens,
      input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
      output_tokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: (input_tokens ?? 0) + (output_tokens ?? 0),
    },
  }
}

/** The Responses API, as far as a bot needs it; under any key. */
export const openaiRoutes = (world: World): Hono =>
  new Hono().post('/openai/v1/responses', async (c) => {
    const body = await c.req.json().catch(() => undefined)
    const note = { at: new Date().toISOString(), body, status: 200 }
    world.prompts.push(note)
    const answer = (status: ContentfulStatusCode, content: object) => {
      note.status = status
      return c.json(content, status)
    }
    if (!/^Bearer \S+$/.test(c.req.header('authorization') ?? '')) {
      const message = 'You did not provide an API key.'
      return answer(401, problem('invalid_request_error', message, 'invalid_api_key'))
    }
    const fault = strike(world.faults, 'openai')
    if (fault) await sleep(fault.delayMs)
    if (fault?.status) {
      const status = fault.status as ContentfulStatusCode
      return answer(status, problem('server_error', 'The server had an error.'))
    }
    const { success, data, error } = Request.safeParse(body)
    if (!success) return answer(400, problem('invalid_request_error', z.prettifyError(error)))
    return answer(200, responseTo(data))
  })
