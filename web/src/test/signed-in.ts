import * as eg from '../../../shared/example.ts'
import type { User } from '../../../shared/user.ts'
import { useSession } from '../session.ts'

/** Somebody is signed in, with a token that lasts. */
export function signedIn(fields: Partial<User> = {}, accessToken = 'token1'): User {
  const user = eg.user(fields)
  useSession.setState({ state: 'in', user, accessToken, expiresAt: Date.now() + 900_000 }, true)
  return user
}
