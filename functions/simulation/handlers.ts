import { standInForQueues } from './cloud/queues.ts'
import { standInForSecrets } from './cloud/secrets.ts'
import { standInForSockets } from './cloud/sockets.ts'
import { standInForTable } from './cloud/table.ts'
import { keySet, pool } from './people/tokens.ts'
import { patch } from './time/patches.ts'
import { standInForFetch } from './whatsapp/fetch.ts'
import { channelId } from './world.ts'

export const webhookSecret = 'a-secret-of-the-simulation'

const variables = {
  STAGE: 'simulation',
  TABLE_NAME: 'balas',
  BOT_QUEUE_URL: 'bot',
  BOT_DLQ_URL: 'bot-dlq',
  OUTBOUND_QUEUE_URL: 'outbound',
  OUTBOUND_DLQ_URL: 'outbound-dlq',
  SOCKETS_URL: 'http://sockets.invalid',
  WHAPI_URL: 'http://whapi.invalid',
  WHAPI_CHANNEL_ID: channelId,
  WHAPI_TOKEN_PARAMETER: 'token',
  WEBHOOK_SECRET_PARAMETER: 'secret',
  OPENAI_KEY_PARAMETER: 'none',
  USER_POOL_ID: pool.poolId,
  USER_POOL_CLIENT_ID: pool.clientId,
  AWS_REGION: 'us-east-1',
}

/**
 * Loads the real functions, with stand-ins for all that is outside of them. Once in a process, and before
 * anything else of them is loaded.
 */
export async function load() {
  Object.assign(process.env, variables)
  Object.assign(globalThis, { __LOCAL_ENGINE__: 'http://pool.invalid' })
  standInForTable()
  standInForQueues()
  standInForSockets()
  standInForSecrets({ token: 'token', secret: webhookSecret })
  standInForFetch(keySet)
  patch()
  const { out } = await import('../lib/metrics.ts')
  out.write = () => true
  const [webhook, api, bot, outbound, tick, socket, user] = await Promise.all([
    import('../webhook.ts'),
    import('../api.ts'),
    import('../bot.ts'),
    import('../outbound.ts'),
    import('../tick.ts'),
    import('../socket.ts'),
    import('../domain/team/user.ts'),
  ])
  return {
    webhook: webhook.handler as never,
    api: api.handler as never,
    bot: bot.handler as never,
    outbound: outbound.handler as never,
    tick: tick.handler as () => Promise<void>,
    socket: socket.handler as never,
    putUser: user.put,
  }
}
export type Functions = Awaited<ReturnType<typeof load>>
