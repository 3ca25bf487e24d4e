import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (value: string) => createHash('sha256').update(value).digest()

/**
 * Is this call really the provider's? `secrets` holds the current secret and, after it was changed, the
 * previous one on a second line, with the time until which that is good. Takes the same time whatever is wrong.
 */
export function isGenuine(
  given: string | undefined,
  secrets: string | undefined,
  now = Date.now(),
): boolean {
  if (!given || !secrets) return false
  const [current = '', ...previous] = secrets.split('\n').map((line) => line.trim())
  const isSame = (secret: string) => timingSafeEqual(digest(given), digest(secret)) && secret !== ''
  const isGoodStill = (line: string) => {
    const [, secret = line, until] = line.match(/^(.+) (\S+)$/) ?? []
    return isSame(secret) && (until === undefined || now < Date.parse(until))
  }
  return [isSame(current), ...previous.map(isGoodStill)].some(Boolean)
}

/** WHAPI sends what we asked it to; both spellings of its help pages are taken. Case of names never counts. */
export function secretIn(headers: Record<string, string | undefined>): string | undefined {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return lower.get('x-webhook-secret') ?? lower.get('authorization')?.replace(/^Bearer /i, '')
}
