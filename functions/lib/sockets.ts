import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'

let client: ApiGatewayManagementApiClient | undefined
const sockets = () => {
  client ??= new ApiGatewayManagementApiClient({ ...clientDefaults, endpoint: env('SOCKETS_URL') })
  return client
}

export type Delivered = 'delivered' | 'gone' | 'failed'

/** Hands one frame to one browser. Never throws: a push is a hint, REST is the truth. */
export async function post(connectionId: string, frame: unknown): Promise<Delivered> {
  try {
    await sockets().send(
      new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify(frame) }),
    )
    return 'delivered'
  } catch (error) {
    return error instanceof GoneException ? 'gone' : 'failed'
  }
}
