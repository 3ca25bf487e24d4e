import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { type Claims, roleOf } from './claims.ts'
import { env } from './env.ts'

const localEngine = typeof __LOCAL_ENGINE__ === 'undefined' ? undefined : __LOCAL_ENGINE__

/** Fetches the pool's keys from the local engine itself; a bundle for AWS has no such branch. */
const localKeys = (engine: string) =>
  new SimpleJwksCache({
    fetcher: {
      fetch: async (uri: string) => {
        const response = await fetch(`${engine}${new URL(uri).pathname}`)
        return response.arrayBuffer()
      },
    },
  })

function create() {
  const pool = {
    userPoolId: env('USER_POOL_ID'),
    clientId: env('USER_POOL_CLIENT_ID'),
    tokenUse: 'access' as const,
  }
  return localEngine
    ? CognitoJwtVerifier.create(pool, { jwksCache: localKeys(localEngine) })
    : CognitoJwtVerifier.create(pool)
}
let verifier: ReturnType<typeof create> | undefined

/** Null unless the token is genuine, in date, an access token, and of our pool and client. */
export async function verify(token: string): Promise<Claims | null> {
  verifier ??= create()
  try {
    const claims = await verifier.verify(token)
    return { sub: claims.sub, username: claims.username, role: roleOf(claims['cognito:groups']) }
  } catch {
    return null
  }
}
