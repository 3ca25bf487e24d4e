import * as z from 'zod/mini'

/** An admin may do all that an agent may. The roles are the names of the Cognito groups. */
export const Role = z.enum(['admin', 'agent'])
export type Role = z.infer<typeof Role>

/** A member of the team. */
export const User = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: Role,
  disabled: z._default(z.boolean(), false),
})
export type User = z.infer<typeof User>

/** What may be called a sign-in name: letters, digits, dot, dash and underscore. */
export const Username = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(
      /^[a-z0-9][a-z0-9._-]{1,63}$/,
      'Use 2 to 64 letters, digits, dots, dashes or underscores',
    ),
  )

export const Password = z
  .string()
  .check(z.minLength(8, 'Use at least 8 characters'), z.maxLength(256))
