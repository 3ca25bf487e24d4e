import * as z from 'zod/mini'
import { Preferences, PreferencesPatch } from '../preferences.ts'
import { route } from '../route.ts'
import { User } from '../user.ts'
import { nothing } from './parts.ts'

/** Who one is, and what one likes. Answered by the `api` function. */
export const meContract = {
  me: route(
    'GET /api/me',
    nothing,
    z.extend(User, { preferences: z._default(Preferences, { muted: [] }) }),
  ),
  changeMe: route('PATCH /api/me', PreferencesPatch, Preferences),
}
