import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { en } from 'zod/locales'
import * as z from 'zod/mini'
import type { Contract, Route } from '../../shared/route.ts'
import type { User } from '../../shared/user.ts'
import { type Claims, roleOf } from './claims.ts'
import { AppError, forbidden, invalidInput, notFound, notSignedIn } from './errors.ts'
import { because } from './invocation.ts'
import { log, logBug } from './log.ts'

// So that a 400 says what is wrong; without it every message is "Invalid input".
z.config(en())

/** What an answer may know of its call, and what it may say besides its body. */
export interface Call {
  cookies: string[]
  sourceIp: string
  /** `Set-Cookie` lines to answer with. */
  setCookie: (cookie: string) => void
}

/** A function for every route of a contract; a missing one does not compile. */
export type Answers<C extends Contract> = {
  [Name in keyof C]: (
    input: z.output<C[Name]['input']>,
    user: User,
    call: Call,
  ) => Promise<z.input<C[Name]['output']>>
}

type Result = APIGatewayProxyStructuredResultV2
type Answer = (input: unknown, user: User | undefined, call: Call) => Promise<unknown>

/** Largest body any route takes. */
const bodyLimit = 64 * 1024

const reply = (statusCode: number, body: unknown, cookies?: string[]): Result => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
  ...(cookies?.length ? { cookies } : {}),
})

const problem = ({ status, code, message, details }: AppError) =>
  reply(status, { error: { code, message, ...details } })

function bodyOf({ body, isBase64Encoded }: APIGatewayProxyEventV2): object {
  if (!body) return {}
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body
  if (text.length > bodyLimit) throw new AppError(413, 'too_large', 'That is too much at once')
  try {
    const value: unknown = JSON.parse(text)
    if (value && typeof value === 'object' && !Array.isArray(value)) return value
  } catch {
    // Falls through to the one answer for all that is not a JSON object.
  }
  throw invalidInput('The body must be a JSON object')
}

/** API Gateway hands path parameters over as they stood in the URL. */
const decoded = (parameters: Record<string, string | undefined> | null | undefined) =>
  Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value = '']) => {
      try {
        return [name, decodeURIComponent(value)]
      } catch {
        throw invalidInput(`${name} is not well encoded`)
      }
    }),
  )

function inputOf(route: Route, event: APIGatewayProxyEventV2) {
  const parsed = route.input.safeParse({
    ...event.queryStringParameters,
    ...bodyOf(event),
    ...decoded(event.pathParameters),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.')
  throw invalidInput(`${field || 'input'}: ${issue?.message}`, field ? { field } : {})
}

/** In a list of their own at AWS; some engines leave them in the header. */
const cookiesOf = ({ cookies, headers }: APIGatewayProxyEventV2): string[] =>
  cookies ?? (headers.cookie ?? headers.Cookie ?? '').split(/;\s*/)

/** API Gateway takes a pool's id tokens for as good as its access tokens; they are not meant for it. */
function claimsOf(event: APIGatewayProxyEventV2): Claims {
  const { authorizer } = event.requestContext as {
    authorizer?: { jwt?: { claims?: Record<string, string> } }
  }
  const claims = authorizer?.jwt?.claims ?? {}
  if (claims.token_use !== 'access') throw notSignedIn()
  return {
    sub: claims.sub ?? '',
    username: claims.username ?? '',
    role: roleOf(claims['cognito:groups']),
  }
}

/**
 * Answers the routes of a contract. Only input that does not parse is a 400 by itself; an `AppError` is
 * answered as it says; anything else is our bug: logged, and a bare 500.
 */
export function serve<C extends Contract>(
  contract: C,
  answers: Answers<C>,
  whoIs: (claims: Claims) => Promise<User>,
) {
  const routes = new Map(
    Object.entries(contract).map(([name, route]) => [
      route.address as string,
      { route, answer: answers[name] as Answer },
    ]),
  )
  const handler = middy<APIGatewayProxyEventV2, Result>()
    .onError(async (request) => {
      const { error, event } = request
      if (!(error instanceof AppError)) logBug(error, { route: event.routeKey })
      request.response =
        error instanceof AppError
          ? problem(error)
          : reply(500, { error: { code: 'internal', message: 'Something went wrong on our side' } })
    })
    .handler(async (event) => {
      const found = routes.get(event.routeKey)
      if (!found) throw notFound('route')
      const { route, answer } = found
      const user = route.who === 'public' ? undefined : await whoIs(claimsOf(event))
      if (route.who === 'admin' && user?.role !== 'admin')
        throw forbidden('Only admins may do that')
      const cookies: string[] = []
      const output = await answer(inputOf(route, event), user, {
        cookies: cookiesOf(event),
        sourceIp: event.requestContext.http.sourceIp,
        setCookie: (cookie) => cookies.push(cookie),
      })
      return reply(route.status, route.output.parse(output), cookies)
    })
  return (event: APIGatewayProxyEventV2, context: Context): Promise<Result> =>
    because(event.requestContext.requestId, async () => {
      const result = await handler(event, context)
      log('call', { route: event.routeKey, status: result.statusCode })
      return result
    })
}
