import type * as z from 'zod/mini'
import type { Route } from '../../shared/route.ts'
import { ApiError, problemOf } from './api-error.ts'
import { takeAnswer } from './early/answers.ts'

const patienceMs = 20_000

/** Asks a route of the contract, with a token if there is one. The reply is parsed with the server's own schema. */
export async function request<Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  { address, input, output }: Route<Input, Output>,
  args: z.input<Input>,
  token?: string,
): Promise<z.output<Output>> {
  const [method = '', template = ''] = address.split(' ')
  const fields = new Map(Object.entries(accepted(input, args)).filter(([, it]) => it !== undefined))
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(fields.get(name)))
    fields.delete(name)
    return value
  })
  const reads = method === 'GET'
  const query = [...fields].map(([name, value]) => [name, String(value)])
  const body = reads || method === 'DELETE' ? undefined : JSON.stringify(Object.fromEntries(fields))

  const whole = reads && query.length ? `${path}?${new URLSearchParams(query)}` : path
  const ask = () =>
    fetch(whole, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      signal: AbortSignal.timeout(patienceMs),
      ...(body && { body }),
    })
  const response = await (takeAnswer(method, whole) ?? ask()).catch(() => {
    throw new ApiError(0, problemOf('unreachable'))
  })
  const reply: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(response.status, reply)
  const parsed = output.safeParse(reply ?? {})
  if (!parsed.success) throw new ApiError(response.status, problemOf('malformed'))
  return parsed.data
}

/** What the server would refuse is refused here, in the same words. */
function accepted<Input extends z.ZodMiniObject>(input: Input, args: z.input<Input>) {
  const parsed = input.safeParse(args)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const { error } = problemOf('invalid_input', issue?.message)
  throw new ApiError(400, { error: { ...error, field: issue?.path.join('.') } })
}
