import * as z from 'zod/mini'

export const Language = z.enum(['id', 'en'])
export type Language = z.infer<typeof Language>

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

const Muted = z.array(z.string().check(z.maxLength(100))).check(z.maxLength(1000))

/** What one person likes, on every device. What is left out was never chosen: then the device decides. */
export const Preferences = z.object({
  language: z.optional(Language),
  theme: z.optional(Theme),
  /** A sound for what needs this person. */
  sound: z.optional(z.boolean()),
  /** A notification of the device for it. */
  notify: z.optional(z.boolean()),
  /** Single keys act outside of fields. */
  keys: z.optional(z.boolean()),
  /** Chats that neither sound nor notify. */
  muted: z._default(Muted, []),
})
export type Preferences = z.infer<typeof Preferences>

/** A change of some of it; what is left out stays, and null is as if it was never chosen. */
export const PreferencesPatch = z.partial(
  z.object({
    language: z.nullable(Language),
    theme: z.nullable(Theme),
    sound: z.nullable(z.boolean()),
    notify: z.nullable(z.boolean()),
    keys: z.nullable(z.boolean()),
    muted: Muted,
  }),
)
export type PreferencesPatch = z.infer<typeof PreferencesPatch>
