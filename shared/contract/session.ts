import * as z from 'zod/mini'
import { route } from '../route.ts'
import { Password, User } from '../user.ts'
import { nothing } from './parts.ts'

/** What a sign-in or a renewal answers; the refresh token travels in a cookie. */
export const Session = z.object({
  accessToken: z.string(),
  /** Seconds. */
  expiresIn: z.number(),
  user: User,
})
export type Session = z.infer<typeof Session>

/** Signing in, staying in, signing out. Answered by the `session` function. */
export const sessionContract = {
  signIn: route(
    'POST /api/session',
    z.object({
      username: z.string().check(z.trim(), z.minLength(1), z.maxLength(128)),
      password: z.string().check(z.minLength(1), z.maxLength(256)),
      /** Needed once by whoever was given a temporary password. */
      newPassword: z.optional(Password),
    }),
    Session,
    { who: 'public' },
  ),
  renew: route('POST /api/session/refresh', nothing, Session, { who: 'public' }),
  /** 403 `wrong_password`, 400 `weak_password`. Whoever is signed in stays so. */
  changePassword: route(
    'POST /api/session/password',
    z.object({
      password: z.string().check(z.minLength(1), z.maxLength(256)),
      newPassword: Password,
    }),
    nothing,
  ),
  signOut: route('DELETE /api/session', nothing, nothing, { who: 'public' }),
}
