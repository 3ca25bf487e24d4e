import { createSign, generateKeyPairSync } from 'node:crypto'
import type { User } from '../../../shared/user.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const poolId = 'us-east-1_balas'
const clientId = 'balas'

/** The user pool's key set, as it publishes it. */
export const keySet = {
  keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'balas', use: 'sig', alg: 'RS256' }],
}
export const pool = { poolId, clientId }

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const tokens = new Map<string, string>()

/** A genuine access token of the pool, good for as long as any seed plays. */
export function tokenOf({ id, username, role }: User): string {
  const known = tokens.get(id)
  if (known) return known
  const claims = {
    sub: id,
    username,
    'cognito:groups': [role],
    token_use: 'access',
    client_id: clientId,
    iss: `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`,
    exp: 4_102_444_800,
    iat: 1_700_000_000,
  }
  const signed = `${encoded({ alg: 'RS256', kid: 'balas' })}.${encoded(claims)}`
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url')
  const token = `${signed}.${signature}`
  tokens.set(id, token)
  return token
}
