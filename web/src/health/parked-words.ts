import type { Parked } from '../../../shared/parked.ts'
import type { HealthWords } from '../text/health/en.ts'

type Words = HealthWords['parked']

const own = <Table extends object>(table: Table, name: string | undefined) =>
  name !== undefined && Object.hasOwn(table, name) ? table[name as keyof Table] : undefined

/** Why something was set aside, by its code. What was parked long ago says it in its own words. */
export function reasonOf({ why, reason }: Parked, words: Words): string {
  if (!why) return reason
  const thing = own(words.thing, why.about) ?? words.anything
  return own(words.reason, why.code)?.(thing) ?? words.unknown
}

/** What helps, where that is more than to try again. */
export const hintOf = ({ why }: Parked, { hint }: Words): string | undefined => own(hint, why?.code)
