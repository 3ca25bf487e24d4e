import * as z from 'zod'
import { startSimulator } from './simulator.ts'

const env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
    WHAPI_TOKEN: z.string().min(1).default('simulated-token'),
    WHAPI_CHANNEL_ID: z.string().min(1).default('MANTIS-M72HC'),
    WHAPI_NUMBER: z
      .string()
      .regex(/^\d{7,15}$/)
      .default('6281200000000'),
    WEBHOOK_URL: z.url().optional(),
    WEBHOOK_MODE: z.enum(['body', 'path', 'method']).default('body'),
    /** As in `X-Webhook-Secret: …`. */
    WEBHOOK_HEADER: z
      .string()
      .regex(/^[\w-]+: .+$/)
      .optional(),
    STATE_FILE: z.string().optional(),
  })
  .parse(process.env)

const [name, value] = env.WEBHOOK_HEADER?.split(/: (.+)/) ?? []

const simulator = await startSimulator({
  port: env.PORT,
  token: env.WHAPI_TOKEN,
  channelId: env.WHAPI_CHANNEL_ID,
  ownNumber: env.WHAPI_NUMBER,
  ...(env.STATE_FILE && { stateFile: env.STATE_FILE }),
  ...(env.WEBHOOK_URL && {
    webhook: {
      url: env.WEBHOOK_URL,
      mode: env.WEBHOOK_MODE,
      ...(name && value && { headers: { [name]: value } }),
    },
  }),
})
console.log(`The phone: ${simulator.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
}
