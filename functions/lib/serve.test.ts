import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import * as eg from '../../shared/example.ts'
import { route } from '../../shared/route.ts'
import { conflict, notSignedIn } from './errors.ts'
import { type Call, serve } from './serve.ts'

const Thing = z.object({ id: z.string(), size: z.int().check(z.minimum(1)) })
const contract = {
  measure: route('PUT /api/things/{id}', Thing, Thing, { status: 201 }),
  list: route('GET /api/things', z.object({ q: z.optional(z.string()) }), z.object({})),
  manage: route('POST /api/things', z.object({}), z.object({}), { who: 'admin' }),
  enter: route('POST /api/session', z.object({}), z.object({}), { who: 'public' }),
}

const answers = {
  measure: vi.fn(async (thing: object) => thing as z.infer<typeof Thing>),
  list: vi.fn(async () => ({})),
  manage: vi.fn(async () => ({})),
  enter: vi.fn(async (_input: object, _user: unknown, call: Call) => {
    call.setCookie(`was=${call.cookies.join('+')}`)
    return {}
  }),
}

const whoIs = vi.fn(async () => eg.user())
const handler = serve(contract, answers, whoIs)

const call = async (
  routeKey: string,
  event: object = {},
  claims: object = { sub: '1', token_use: 'access' },
) => {
  const context = { http: { sourceIp: '127.0.0.1' }, authorizer: { jwt: { claims } } }
  const full = { routeKey, headers: {}, requestContext: context, ...event }
  const { statusCode, body, cookies } = await handler(full as never, {} as never)
  return { status: statusCode, body: JSON.parse(body ?? ''), cookies }
}

beforeEach(() => {
  for (const level of ['log', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => {})
})
afterEach(() => vi.clearAllMocks())

test('path, query and body become one input, and the path wins', async () => {
  const reply = await call('PUT /api/things/{id}', {
    pathParameters: { id: 'a%2Fb' },
    body: '{"id":"other","size":3}',
  })
  expect(reply).toMatchObject({ status: 201, body: { id: 'a/b', size: 3 } })
})

describe('what is wrong is named', () => {
  test.each([
    ['a field that does not fit', '{"size":0}', 'size'],
    ['a field that is missing', '{}', 'size'],
    ['no JSON', 'size=3', 'JSON object'],
    ['JSON that is no object', '[1]', 'JSON object'],
    ['nothing', undefined, 'size'],
  ])('%s', async (_, body, named) => {
    const reply = await call('PUT /api/things/{id}', { pathParameters: { id: 'a' }, body })
    expect(reply).toMatchObject({ status: 400, body: { error: { code: 'invalid_input' } } })
    expect(reply.body.error.message).toContain(named)
    expect(answers.measure).not.toHaveBeenCalled()
  })

  test('a body beyond all use is 413', async () => {
    const reply = await call('PUT /api/things/{id}', { body: 'x'.repeat(70_000) })
    expect(reply.status).toBe(413)
  })

  test('a path that is badly encoded is 400', async () => {
    const reply = await call('PUT /api/things/{id}', { pathParameters: { id: '%E0%A4%A' } })
    expect(reply.status).toBe(400)
  })
})

test('a body in base64 is read as well', async () => {
  const body = Buffer.from('{"size":3}').toString('base64')
  const event = { pathParameters: { id: 'a' }, body, isBase64Encoded: true }
  expect(await call('PUT /api/things/{id}', event)).toMatchObject({ body: { size: 3 } })
})

describe('who may call', () => {
  test('an agent may not call what is for admins', async () => {
    expect((await call('POST /api/things')).status).toBe(403)
    expect(answers.manage).not.toHaveBeenCalled()
  })

  test('who is not known may call nothing but what is public', async () => {
    whoIs.mockRejectedValue(notSignedIn())
    expect((await call('GET /api/things')).status).toBe(401)
    expect((await call('POST /api/session')).status).toBe(200)
    whoIs.mockResolvedValue(eg.user())
  })

  test('who asks for nothing there is gets 404', async () => {
    expect((await call('GET /api/nothing')).status).toBe(404)
  })
})

test('what a function refuses is answered as it says', async () => {
  answers.list.mockRejectedValueOnce(conflict('taken', 'Ayu has it', { assigneeId: 'ayu' }))
  expect(await call('GET /api/things')).toMatchObject({
    status: 409,
    body: { error: { code: 'taken', message: 'Ayu has it', assigneeId: 'ayu' } },
  })
})

test('a bug is a bare 500, also if it is a value that does not parse', async () => {
  answers.list.mockRejectedValueOnce(new Error('secret detail'))
  expect(JSON.stringify(await call('GET /api/things'))).not.toContain('secret')
  answers.measure.mockResolvedValueOnce({ id: 'a', size: 0 })
  const event = { pathParameters: { id: 'a' }, body: '{"size":3}' }
  expect((await call('PUT /api/things/{id}', event)).status).toBe(500)
})

test.each([
  ['a list of their own', { cookies: ['a=1', 'b=2'] }],
  ['the header', { headers: { cookie: 'a=1; b=2' } }],
])('cookies are found in %s', async (_, event) => {
  expect((await call('POST /api/session', event)).cookies).toEqual(['was=a=1+b=2'])
})

test('a genuine token that is no access token opens nothing', async () => {
  for (const claims of [{ sub: '1', token_use: 'id' }, { sub: '1' }, {}])
    expect((await call('GET /api/things', {}, claims)).status).toBe(401)
  expect(whoIs).not.toHaveBeenCalled()
})
