import * as z from 'zod/mini'

/**
 * Can WhatsApp be reached through the provider? `disconnected`: the number is logged out, the account is
 * unpaid or the token is wrong; what is written waits in order until it is back.
 */
export const ChannelHealth = z.object({
  state: z.enum(['connected', 'disconnected', 'unknown']),
  /** The provider's word for it, such as AUTH, QR or 402. */
  code: z.string(),
  /** When this state began. */
  since: z.nullable(z.string()),
  checkedAt: z.nullable(z.string()),
})
export type ChannelHealth = z.infer<typeof ChannelHealth>
