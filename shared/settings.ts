import * as z from 'zod/mini'
import { Hours } from './hours.ts'
import { Language } from './preferences.ts'

/** What the shop has decided; each has a default, so a new shop needs none. */
export const Settings = z.object({
  agentsSeeUnassigned: z.boolean(),
  /** The mode in which a closed chat wakes up when its customer writes. */
  reopenAs: z.enum(['bot', 'agent']),
  /** When the customer sees blue ticks: as soon as somebody opens the chat, with our answer, or never. */
  readReceipts: z.enum(['on-open', 'on-reply', 'never']),
  /** What the bot answers in, where a message does not show its language. */
  language: z._default(Language, 'id'),
  /** When somebody is there; null: always, or nobody says. */
  hours: z._default(z.nullable(Hours), null),
})
export type Settings = z.infer<typeof Settings>

/** A change of some of it; what is left out stays. */
export const SettingsPatch = z.partial(
  z.extend(Settings, { language: Language, hours: z.nullable(Hours) }),
)
