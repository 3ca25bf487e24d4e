import * as z from 'zod/mini'
import { Canned, CannedText, Shortcut } from '../canned.ts'
import { route } from '../route.ts'
import { nothing } from './parts.ts'

/** The shop's prepared replies: everybody uses them, admins write them. Answered by the `api` function. */
export const cannedContract = {
  listCanned: route('GET /api/canned', nothing, z.object({ items: z.array(Canned) })),
  /** The same id again replaces it. 409 `shortcut_taken` where another one has that shortcut. */
  putCanned: route(
    'PUT /api/canned/{id}',
    z.object({ id: z.ulid(), shortcut: Shortcut, text: CannedText }),
    Canned,
    { who: 'admin' },
  ),
  /** One that is gone already is fine. */
  deleteCanned: route('DELETE /api/canned/{id}', z.object({ id: z.ulid() }), nothing, {
    who: 'admin',
  }),
}
