import * as z from 'zod/mini'
import { textLimit } from './message.ts'

/** What is typed behind a `/` to find a prepared reply. */
export const Shortcut = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,31}$/u, 'Use 1 to 32 letters, digits, dots or dashes'),
  )

/** A reply the shop has prepared. `{{name}}` and the like are filled in where it is used. */
export const Canned = z.object({
  id: z.string(),
  shortcut: z.string(),
  text: z.string(),
})
export type Canned = z.infer<typeof Canned>

export const CannedText = z
  .string()
  .check(z.trim(), z.minLength(1, 'Write something first'), z.maxLength(textLimit))
