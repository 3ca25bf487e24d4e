import { SQSClient } from '@aws-sdk/client-sqs'
import { handler } from '../../../../functions/api.ts'
import { handler as teamHandler } from '../../../../functions/team.ts'
import type { Session } from '../../../../shared/contract/session.ts'
import { teamContract } from '../../../../shared/contract/team.ts'
import { inboxContract } from '../../../../shared/contract.ts'
import type { User } from '../../../../shared/user.ts'

interface Answer {
  statusCode: number
  body: string
}

const pagesAtOnce = 10

export interface Asked {
  method: string
  url: URL
  body: string
  /** Has the cookie of one who signed in. */
  isSignedIn: boolean
}

const routes = [
  ...Object.values(inboxContract).map(({ address }) => ({ address, handler })),
  ...Object.values(teamContract).map(({ address }) => ({ address, handler: teamHandler })),
].map(({ address, handler }) => {
  const [method, template = ''] = address.split(' ')
  const path = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
  return { address, handler, method, path }
})

const problem = (statusCode: number, code: string) => ({
  statusCode,
  body: JSON.stringify({ error: { code, message: code } }),
})

/** The real functions answer, for `user`; only passwords are taken for granted. */
export function createApi(user: User) {
  // What would be done later is not done, and no queue is ever long.
  SQSClient.prototype.send = (async () => ({ Attributes: {} })) as never
  const session: Session = { accessToken: 'a.b.c', expiresIn: 3600, user }
  const claims = {
    sub: user.id,
    username: user.username,
    token_use: 'access',
    'cognito:groups': `[${user.role}]`,
  }

  return async ({ method, url, body, isSignedIn }: Asked): Promise<Answer> => {
    if (url.pathname === '/api/session/refresh' && !isSignedIn) return problem(401, 'not_signed_in')
    if (url.pathname.startsWith('/api/session'))
      return { statusCode: 200, body: JSON.stringify(session) }
    const route = routes.find((it) => it.method === method && it.path.test(url.pathname))
    if (!route) return problem(404, 'not_found')
    const ask = async (query: Record<string, string>): Promise<Answer> => {
      const event = {
        routeKey: route.address,
        headers: {},
        pathParameters: { ...route.path.exec(url.pathname)?.groups },
        queryStringParameters: query,
        body,
        requestContext: { http: { sourceIp: '127.0.0.1' }, authorizer: { jwt: { claims } } },
      }
      return (await route.handler(event as never, {} as never)) as Answer
    }
    const query = Object.fromEntries(url.searchParams)
    const further = ['cursor', 'before'].find((name) => query[name])
    return further ? severalPages(ask, query, further) : ask(query)
  }
}

/** All after the first page comes in large pieces, so that what is measured with very many is soon there. */
async function severalPages(
  ask: (query: Record<string, string>) => Promise<Answer>,
  query: Record<string, string>,
  name: string,
): Promise<Answer> {
  let items: unknown[] = []
  let cursor: string | null = query[name] ?? null
  let rest = {}
  for (let page = 0; page < pagesAtOnce && cursor; page++) {
    const { statusCode, body } = await ask({ ...query, [name]: cursor, limit: '100' })
    if (statusCode !== 200) return { statusCode, body }
    const answer = JSON.parse(body)
    // Older messages stand above those that came before them.
    items = name === 'before' ? [...answer.items, ...items] : [...items, ...answer.items]
    cursor = answer.cursor
    rest = answer
  }
  return { statusCode: 200, body: JSON.stringify({ ...rest, items, cursor }) }
}
