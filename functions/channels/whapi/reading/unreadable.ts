import type * as z from 'zod/mini'
import type { ParkedCode, ParkedThing, ParkedWhy } from '../../../../shared/parked.ts'

/** Why an item is parked. It is shown to admins, and says nothing of what the item says. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly why: ParkedWhy

  constructor(message: string, why: ParkedWhy) {
    super(message)
    this.why = why
  }
}

/** What engineers call a thing, and what it is for everybody else. */
const things = {
  message: 'message',
  action: 'change',
  update: 'change',
  'removed message': 'deletion',
  status: 'receipt',
  chat: 'chat',
  group: 'group',
  'change of a group': 'group',
  presence: 'presence',
  call: 'call',
  health: 'channel',
  'QR code': 'channel',
} satisfies Record<string, ParkedThing>
type Noun = keyof typeof things

/** Parks a thing by what is wrong with it. */
export const odd = (noun: Noun, code: ParkedCode, words: string) =>
  new Unreadable(`${noun}: ${words}`, { code, about: things[noun] })

/** Reads an item that must be what it should be. */
export function mustBe<Schema extends z.ZodMiniType>(schema: Schema, item: unknown, noun: Noun) {
  const parsed = schema.safeParse(item)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.')
  if (path) throw odd(noun, 'malformed', `"${path}" is missing or odd`)
  throw new Unreadable(`This is no ${noun}`, { code: 'malformed', about: things[noun] })
}
