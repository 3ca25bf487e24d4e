import { setTimeout as sleep } from 'node:timers/promises'
import type { Route } from '../../../../shared/route.ts'
import type { User } from '../../../../shared/user.ts'
import type { Cloud } from './cloud.ts'
import { startFunctions, type Worker } from './functions.ts'
import { secrets } from './stand-ins.ts'

/** The two who watch, and see every message that is written here. */
export const admin: User = {
  id: '5d2c0a1e-admin',
  username: 'rina',
  name: 'Rina',
  role: 'admin',
  disabled: false,
}
export const agent: User = { ...admin, id: '7c9e2d40-agent', username: 'ayu', role: 'agent' }
export const viewers = [admin, agent]

type Fields = Record<string, unknown>

/** A call of the HTTP API is billed for each begun 512 kB. */
const callBytes = 512 * 1024

function eventOf({ address }: Route, fields: Fields, { id, username, role }: User) {
  const [method, path = ''] = address.split(' ')
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const claims = { sub: id, username, token_use: 'access', 'cognito:groups': `[${role}]` }
  return {
    routeKey: address,
    headers: {},
    pathParameters: Object.fromEntries(names.map((name) => [name, fields[name]])),
    ...(method === 'GET' ? { queryStringParameters: fields } : { body: JSON.stringify(fields) }),
    requestContext: { http: { sourceIp: '127.0.0.1' }, authorizer: { jwt: { claims } } },
  }
}

/** The functions at work in a cloud: what is asked of them, and all that comes of it. */
export function openShop(cloud: Cloud, dir: string) {
  let functions = startFunctions(dir)

  async function invoke(id: Worker, event: object) {
    cloud.invoked(id)
    // Nowhere do two of them write within a millisecond, and then what they write would not move in an index.
    await sleep(2)
    return (await functions(id))(event, {})
  }

  async function call(id: 'webhook' | 'api', event: object, expected: number) {
    const { statusCode, body } = await invoke(id, event)
    if (statusCode !== expected) throw new Error(`${id} answered ${statusCode}: ${body}`)
    cloud.use({ httpCalls: Math.ceil(Buffer.byteLength(body) / callBytes) })
    return JSON.parse(body)
  }

  return {
    cloud,
    /** All functions forget what they kept in mind, as after a pause. */
    restart() {
      functions = startFunctions(dir)
    },
    /** WhatsApp tells us something. */
    deliver: (body: string) =>
      call(
        'webhook',
        { rawPath: '/webhook/whapi', headers: { 'x-webhook-secret': secrets.secret }, body },
        200,
      ),
    /** A browser asks for something. */
    ask: (route: Route, fields: Fields, user: User = agent) =>
      call('api', eventOf(route, fields, user), route.status),
    /**
     * The queues are worked off. A job costs three requests: it is sent, received and deleted
     * (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html). That empty queues are asked costs the
     * same whether anybody writes or not, and is part of no message's price.
     */
    async work() {
      for (let job = cloud.jobs.shift(); job; job = cloud.jobs.shift()) {
        cloud.use({ queueRequests: 2 })
        const attributes = { ApproximateReceiveCount: '1' }
        await invoke(job.worker, { Records: [{ messageId: 'job', body: job.body, attributes }] })
      }
    },
  }
}
export type Shop = ReturnType<typeof openShop>
