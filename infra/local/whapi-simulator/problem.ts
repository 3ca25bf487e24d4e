import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'

/** Anything WHAPI refuses; the HTTP status is also the code in its body. */
export class WhapiProblem extends Error {
  readonly status: number
  readonly details: string | undefined
  constructor(status: number, message: string, details?: string) {
    super(message)
    this.status = status
    this.details = details
  }
}

export const unlinked = () => new WhapiProblem(401, 'need channel authorization')
export const notFound = (what: string) => new WhapiProblem(404, `${what} not found`)
export const invalid = (details: string) =>
  new WhapiProblem(400, 'wrong request parameters', details)

/** The one way an error becomes an answer; a bug answers a bare 500. */
export function answerProblem(problem: unknown, c: Context): Response {
  if (problem instanceof WhapiProblem) {
    const { status, message, details } = problem
    return c.json({ error: { code: status, message, details } }, status as ContentfulStatusCode)
  }
  if (problem instanceof HTTPException) {
    const { status, message } = problem
    return c.json({ error: { code: status, message } }, status)
  }
  logBug(problem)
  return c.json({ error: { code: 500, message: 'internal error' } }, 500)
}

/** Says where, and leaves out the error's message, which could quote what a customer wrote. */
export function logBug(bug: unknown): void {
  const stack = (bug instanceof Error && bug.stack) || ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  console.error(['whapi-simulator: a bug', ...frames].join('\n'))
}

const issuesOf = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '))
    .join('; ')

export function check<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(input)
  if (!success) throw invalid(issuesOf(error))
  return data
}

/** The body as JSON, an empty one as `{}`; what is no JSON is refused, never thrown further. */
export async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  try {
    const body = JSON.parse(text)
    c.set('body', body)
    return body
  } catch {
    throw invalid('body: not JSON')
  }
}

export const bodyOf = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.infer<Schema>> => check(schema, await jsonOf(c))

export const queryOf = <Schema extends z.ZodType>(c: Context, schema: Schema): z.infer<Schema> =>
  check(schema, c.req.query())

/** WHAPI takes the words `true` and `false` in a query, and nothing else. */
export const Flag = z.enum(['true', 'false']).transform((word) => word === 'true')
