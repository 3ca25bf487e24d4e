import * as z from 'zod'

const Times = z.union([z.literal('forever'), z.int().min(1)]).default('forever')
const Ms = z.int().min(0).max(600_000)

/** `true` is until cleared, a number the next so many, `false` or null clears it. */
const plain = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.preprocess((value) => {
    if (value === true) return {}
    if (typeof value === 'number') return { times: value }
    return value === false ? null : value
  }, z.strictObject({ times: Times, ...shape }).nullable())

/** A bare number is the amount, until cleared. */
const amount = <Shape extends z.core.$ZodLooseShape>(name: string, shape: Shape) =>
  z.preprocess((value) => {
    if (typeof value === 'number') return { [name]: value }
    return value === false ? null : value
  }, z.strictObject({ times: Times, ...shape }).nullable())

const Code = z.literal([400, 401, 402, 403, 404, 409, 413, 429, 500, 502, 503, 504])

/** What can go wrong. Each counts down by itself: the next N, or forever. */
export const Faults = z.strictObject({
  /** A delivery is posted twice at the same time. */
  double: plain({}),
  /** Deliveries of a window arrive one after the other, the last first. */
  reorder: plain({ windowMs: Ms.default(200) }),
  /** A delivery is posted late. */
  delayMs: amount('ms', { ms: Ms }),
  /** A delivery is never posted. */
  drop: plain({}),
  /** A send is taken, stored and echoed, but its answer never comes. */
  timeoutAfterAccept: plain({ how: z.enum(['close', 'hang']).default('close') }),
  /** A send's connection is closed before anything is read. */
  refuseBefore: plain({}),
  /** A send is answered with this status; with `accepted` it is taken all the same. */
  status: amount('code', {
    code: Code,
    accepted: z.boolean().default(false),
  }),
  /** A send is answered late, so that its echo may come first. */
  answerDelayMs: amount('ms', { ms: Ms }),
  /** A send is not echoed by the webhook. */
  noEcho: plain({}),
  /** A send stays pending. */
  noStatuses: plain({}),
  /** A send turns out failed. */
  failAfterAccept: plain({}),
  /** Any other call than a send is answered with this status, if its path starts so. */
  refuse: amount('code', {
    code: Code,
    method: z.string().optional(),
    path: z.string().default('/'),
  }),
  /** A download answers 404. */
  mediaExpired: plain({}),
  /** A customer's message hides the number behind its lid; unless `resolvable`, nobody can look it up. */
  useLid: plain({ resolvable: z.boolean().default(true) }),
  openai: plain({ status: z.int().min(400).max(599).optional(), delayMs: Ms.default(0) }),
})
export type FaultName = keyof z.infer<typeof Faults>
export type FaultsNow = Partial<z.infer<typeof Faults>>

export const FaultsChange = Faults.partial().extend({
  /** The number is not linked: no AUTH, and 401 for all but health, settings and login. */
  loggedOut: z.boolean().nullish(),
})

/** What goes wrong now, if anything; each asking uses one up. */
export function strike<Name extends FaultName>(
  faults: FaultsNow,
  name: Name,
): NonNullable<FaultsNow[Name]> | undefined {
  const fault = faults[name]
  if (!fault) return undefined
  if (fault.times !== 'forever') {
    fault.times -= 1
    if (fault.times <= 0) delete faults[name]
  }
  return fault
}
