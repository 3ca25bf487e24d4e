import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Cloud, Job } from './cloud.ts'

/** What the functions are told of their surroundings. */
export const variables = {
  STAGE: 'measured',
  TABLE_NAME: 'balas',
  BOT_QUEUE_URL: 'bot',
  OUTBOUND_QUEUE_URL: 'outbound',
  SOCKETS_URL: 'http://sockets.invalid',
  WHAPI_URL: 'http://whapi.invalid',
  WHAPI_CHANNEL_ID: 'MANTIS-M72HC',
  WHAPI_TOKEN_PARAMETER: 'token',
  WEBHOOK_SECRET_PARAMETER: 'secret',
  OPENAI_KEY_PARAMETER: 'none',
  AWS_REGION: 'us-east-1',
}

export const secrets: Record<string, string> = { token: 'a token', secret: 'a secret' }

/** A frame is billed for each begun 32 kB. */
const frameBytes = 32 * 1024

/** CloudWatch bills so many bytes more for each line. */
const lineBytes = 26

/** A line as Lambda writes it in JSON. */
const logged = (message: string) =>
  JSON.stringify({
    timestamp: '2026-11-22T04:00:00.000Z',
    level: 'INFO',
    requestId: '8cd3a1c1-53b4-41e4-9f3e-3c1d2b8d3a0b',
    message,
  })

const unpriced = (command: object) =>
  new Error(`Nobody has said what ${command.constructor.name} costs`)

/** From here on, in this process, AWS and WhatsApp are this cloud. What it cannot price it refuses. */
export function standIn(cloud: Cloud) {
  Object.assign(process.env, variables)
  DynamoDBDocumentClient.prototype.send = cloud.execute as never
  SQSClient.prototype.send = async function send(command: object) {
    if (!(command instanceof SendMessageCommand)) throw unpriced(command)
    const { QueueUrl, MessageBody = '' } = command.input
    cloud.use({ queueRequests: 1 })
    cloud.jobs.push({ worker: QueueUrl as Job['worker'], body: MessageBody })
    return {}
  } as never
  ApiGatewayManagementApiClient.prototype.send = async function send(command: object) {
    if (!(command instanceof PostToConnectionCommand)) throw unpriced(command)
    const bytes = Buffer.byteLength(String(command.input.Data))
    cloud.use({ frames: Math.ceil(bytes / frameBytes) })
    return {}
  } as never
  SSMClient.prototype.send = async function send(command: object) {
    if (!(command instanceof GetParametersCommand)) throw unpriced(command)
    const found = (command.input.Names ?? []).filter((name) => secrets[name])
    cloud.use({ decryptions: found.length })
    return { Parameters: found.map((Name) => ({ Name, Value: secrets[Name] })) }
  } as never
  globalThis.fetch = (async (url: string, { method, body }: RequestInit = {}) =>
    Response.json(answerTo(`${method} ${new URL(url).pathname}`, String(body)))) as typeof fetch
  console.log = (line: string) => {
    if (line.includes('failed')) cloud.troubles.push(line)
    cloud.use({ logBytes: Buffer.byteLength(logged(line)) + lineBytes })
  }
  console.error = (line: string) => cloud.troubles.push(line)
}

/** What WhatsApp took last. */
export const lastSent = { count: 0, id: '', body: '' }

/** It takes everything. */
function answerTo(call: string, body: string) {
  if (call !== 'POST /messages/text') return { success: true }
  lastSent.id = `PkX2vR9sTqLw${String(++lastSent.count).padStart(4, '0')}.dY1H-gAcount`
  lastSent.body = JSON.parse(body).body
  return { sent: true, message: { id: lastSent.id } }
}
