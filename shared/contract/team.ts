import * as z from 'zod/mini'
import { route } from '../route.ts'
import { Password, Role, User, Username } from '../user.ts'
import { nothing, pageOf } from './parts.ts'

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100))

/** The team, for admins. Answered by the `team` function. */
export const teamContract = {
  listUsers: route('GET /api/users', nothing, pageOf(User), { who: 'admin' }),
  createUser: route(
    'POST /api/users',
    z.object({
      username: Username,
      password: Password,
      name,
      role: Role,
      /** To be changed at the first sign-in. */
      temporary: z._default(z.boolean(), false),
    }),
    User,
    { who: 'admin', status: 201 },
  ),
  changeUser: route(
    'PATCH /api/users/{userId}',
    z.object({
      userId: z.string(),
      name: z.optional(name),
      role: z.optional(Role),
      disabled: z.optional(z.boolean()),
      /** A new password, which the user must change at the next sign-in. */
      password: z.optional(Password),
    }),
    User,
    { who: 'admin' },
  ),
}
