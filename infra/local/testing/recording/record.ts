import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda'
import { type HandlerId, handlerIds } from '../../../bundle.ts'
import { clientOf } from '../../aws.ts'
import { nameIn } from '../../deployment/code.ts'
import { type Asked, asksOf } from './asked.ts'

/** Hands a call on as it is, without the name that its path begins with. */
async function handOn(engine: string, incoming: IncomingMessage, outgoing: ServerResponse) {
  const [, by = '', path = ''] = incoming.url?.match(/^\/(\w+)(\/.*)$/) ?? []
  const { method = '', headers } = incoming
  const body = await buffer(incoming)
  const forwarded = request(`${engine}${path}`, {
    method,
    headers: { ...headers, host: new URL(engine).host, 'content-length': body.length },
  }).end(body)
  const [answer] = (await once(forwarded, 'response')) as [IncomingMessage]
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
  await pipeline(answer, outgoing)
  const target = String(headers['x-amz-target'] ?? '')
  return asksOf(method, path, target, String(body)).map((ask) => ({ by: by as HandlerId, ...ask }))
}

/** Lets a function call AWS at another address. Answers how to take that back. */
async function turn(engine: string, FunctionName: string, to: string) {
  const lambda = new LambdaClient(clientOf(engine))
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))
  const before = Environment?.Variables ?? {}
  const put = (Variables: Record<string, string>) =>
    lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }),
    )
  // Queues and sockets are called where their own addresses say.
  const turned = Object.entries(before).map(([name, value]) => [name, value.replace(engine, to)])
  await put({ ...Object.fromEntries(turned), AWS_ENDPOINT_URL: to })
  return () => put(before)
}

export interface Recording {
  /** Everything different that was asked so far. */
  asked: () => Asked[]
  /** The functions call AWS as before. */
  end(): Promise<void>
}

/** From here on all that the functions ask of AWS goes through here, and is written down. */
export async function record(engine: string, deployed: Record<string, string>): Promise<Recording> {
  const asked = new Map<string, Asked>()
  const server = createServer(async (incoming, outgoing) => {
    try {
      for (const ask of await handOn(engine, incoming, outgoing))
        asked.set(Object.values(ask).join(' '), ask)
    } catch {
      // As from a service that is away; the caller says so.
      outgoing.destroy()
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const backs: (() => Promise<unknown>)[] = []
  // The path tells which function calls.
  for (const id of handlerIds) backs.push(await turn(engine, nameIn(deployed, id), `${url}/${id}`))
  return {
    asked: () => [...asked.values()],
    async end() {
      for (const back of backs) await back()
      server.close()
      server.closeAllConnections()
    },
  }
}
