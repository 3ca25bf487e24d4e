import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (value: string) => createHash('sha256').update(value).digest()

/**
 * Is this call really the provider's? `secrets` holds the current secret and, while it is being changed,
 * the previous one on a second line. Takes the same time whatever is wrong.
 */
export function isGenuine(given: string | undefined, secrets: string | undefined): boolean {
  if (!given || !secrets) return false
  const wanted = secrets.split('\n').map((secret) => secret.trim())
  return wanted
    .map((secret) => secret !== '' && timingSafeEqual(digest(given), digest(secret)))
    .some(Boolean)
}

/** WHAPI sends what we asked it to; both spellings of its help pages are taken. Case of names never counts. */
export function secretIn(headers: Record<string, string | undefined>): string | undefined {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return lower.get('x-webhook-secret') ?? lower.get('authorization')?.replace(/^Bearer /i, '')
}
