const dayS = 24 * 3600

/** For how many days messages are kept; undefined where they are kept for ever, which is usual. */
export const keptDays = () => Number(process.env.MESSAGES_KEPT_DAYS) || undefined

/** When what is written now goes by itself, as the table wants to be told it. */
export function forgotten(now = Date.now()): { expiresAt?: number } {
  const days = keptDays()
  return days ? { expiresAt: Math.floor(now / 1000) + days * dayS } : {}
}

/** The table takes up to two days to let go of what has expired: until then we do not show it. */
export const isForgotten = ({ expiresAt }: Record<string, unknown>, now = Date.now()) =>
  typeof expiresAt === 'number' && expiresAt <= now / 1000
