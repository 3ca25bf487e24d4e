import { Role } from '../../shared/user.ts'

/** What an access token says of its bearer. */
export interface Claims {
  sub: string
  username: string
  role: Role | undefined
}

/** Claims arrive as strings at the HTTP API ("[admin agent]") and as a list in the token itself. */
export function roleOf(groups: unknown): Role | undefined {
  const names = Array.isArray(groups) ? groups : String(groups ?? '').match(/[\w-]+/g)
  return Role.options.find((role) => names?.includes(role))
}
