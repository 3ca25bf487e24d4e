import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import type { Route } from '../../../shared/route.ts'
import type { User } from '../../../shared/user.ts'
import { ApiError, problemOf } from '../../../web/src/api-error.ts'
import { strikes } from '../faults.ts'
import { type Invocation, invoke, running } from '../invocation.ts'
import { world } from '../world.ts'

export type Api = (
  event: APIGatewayProxyEventV2,
  context: never,
) => Promise<APIGatewayProxyStructuredResultV2>

const limitMs = 10_000

function eventFor({ address }: Route, fields: Record<string, unknown>, user: User) {
  const [method = '', template = ''] = address.split(' ')
  const rest = new Map(Object.entries(fields).filter(([, value]) => value !== undefined))
  const pathParameters: Record<string, string> = {}
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    pathParameters[name] = encodeURIComponent(String(rest.get(name)))
    rest.delete(name)
  }
  const reads = method === 'GET'
  return {
    routeKey: address,
    rawPath: template,
    headers: {},
    pathParameters,
    queryStringParameters: reads
      ? Object.fromEntries([...rest].map(([name, value]) => [name, String(value)]))
      : undefined,
    body: reads ? undefined : JSON.stringify(Object.fromEntries(rest)),
    requestContext: {
      http: { sourceIp: '127.0.0.1' },
      authorizer: {
        jwt: {
          claims: {
            sub: user.id,
            username: user.username,
            token_use: 'access',
            'cognito:groups': `[${user.role}]`,
          },
        },
      },
    },
  } as unknown as APIGatewayProxyEventV2
}

const wait = (ms: number) => new Promise<void>((done) => world().clock.in(ms, done))

/** Calls the API as a browser does: whatever happens to the function, a person hears of it or of silence. */
export async function callAs<Input extends z.ZodMiniObject, Output extends z.ZodMiniType>(
  handler: Api,
  user: User,
  route: Route<Input, Output>,
  input: z.input<Input>,
  prepare: (invocation: Invocation) => void = () => undefined,
): Promise<z.output<Output>> {
  const { random, note } = world()
  await wait(random.between(5, 80))
  const event = eventFor(route, input as Record<string, unknown>, user)
  note(user.username, () => `${route.address} ${JSON.stringify(input)}`)
  const ended = await invoke('api', limitMs, () => {
    const invocation = running()
    if (invocation) prepare(invocation)
    return handler(event, {} as never)
  })
  await wait(random.between(5, 80))
  if (strikes('restAnswerLost') || ended.is !== 'answered') {
    note(user.username, () => `hears nothing of ${route.address}`)
    throw new ApiError(ended.is === 'answered' ? 0 : 502, problemOf('unreachable'))
  }
  const { statusCode = 500, body = '' } = ended.answer
  note(user.username, () => `hears ${statusCode} of ${route.address}`)
  if (statusCode >= 300) throw new ApiError(statusCode, JSON.parse(body))
  return route.output.parse(JSON.parse(body))
}
