import * as z from 'zod'
import type { Deployed } from '../tools/cloud/outputs.ts'
import { secretHeader } from '../tools/whapi/settings.ts'
import { channelId } from './channel.ts'
import { demoUsers } from './deployment/demo-users.ts'
import type { Ports } from './ports.ts'

/** What a running stack says of itself in outputs.json. */
export const Ready = z.object({
  url: z.string(),
  webhookUrl: z.string(),
  webhookSecretHeader: z.object({ name: z.string(), value: z.string() }),
  channelId: z.string(),
  wsUrl: z.string(),
  phoneUrl: z.string(),
  whapiUrl: z.string(),
  whapiToken: z.string(),
  admins: z.string(),
  users: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      role: z.string(),
      name: z.optional(z.string()),
    }),
  ),
  aws: z.object({ endpoint: z.string(), region: z.string() }),
  stack: z.record(z.string(), z.string()),
})
export type Ready = z.infer<typeof Ready>

export const addressesOf = ({ web, simulator }: Ports) => ({
  url: `http://127.0.0.1:${web}`,
  webhookUrl: `http://127.0.0.1:${web}/webhook/whapi`,
  wsUrl: `ws://127.0.0.1:${web}/ws`,
  phoneUrl: `http://127.0.0.1:${simulator}`,
  whapiUrl: `http://127.0.0.1:${simulator}`,
})

export const readyOf = (
  ports: Ports,
  { webhookSecret, whapiToken }: { webhookSecret: string; whapiToken: string },
  admins: string,
  endpoint: string,
  stack: Deployed,
): Ready => ({
  ...addressesOf(ports),
  webhookSecretHeader: { name: secretHeader, value: webhookSecret },
  channelId,
  whapiToken,
  admins,
  users: demoUsers,
  aws: { endpoint, region: 'us-east-1' },
  stack: stack as Record<string, string>,
})

/** The block a person reads. */
export const blockOf = ({ url, phoneUrl, users }: Ready) => `
  Balas is ready.

  Dashboard   ${url}
  Sign in     ${users.map(({ username, password, name }) => `${username} / ${password}   (${name})`).join('\n              ')}
  Phone       ${phoneUrl}   (write as a customer, see the replies)
`
