import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { takeIn } from './channels/whapi/intake.ts'
import { isGenuine, secretIn } from './channels/whapi/secret.ts'
import { because } from './lib/invocation.ts'
import { log, logBug } from './lib/log.ts'
import { secret } from './lib/secrets.ts'

const answer = (statusCode: number): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: '{}',
})

const bodyOf = ({ body, isBase64Encoded }: APIGatewayProxyEventV2) =>
  isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '')

/**
 * Takes what the provider delivers, in all its three modes. 200 means: stored, and nothing else does,
 * since the provider delivers again whatever is answered otherwise.
 */
export const handler = (event: APIGatewayProxyEventV2) =>
  because(event.requestContext?.requestId, () => take(event))

async function take(event: APIGatewayProxyEventV2) {
  // Nobody delivers like this.
  if (event.requestContext?.http?.method === 'GET') return answer(405)
  try {
    if (!isGenuine(secretIn(event.headers), await secret('WEBHOOK_SECRET_PARAMETER')))
      return answer(401)
    const { stored, parked, ignored } = await takeIn(bodyOf(event), event.rawPath)
    log('delivery', { stored, parked, ignored })
    return answer(200)
  } catch (error) {
    logBug(error)
    return answer(503)
  }
}
