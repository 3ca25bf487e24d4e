import type { Queues } from './cloud/queues.ts'
import type { Sockets } from './cloud/sockets.ts'
import type { Faults } from './faults.ts'
import type { Records } from './rules/records.ts'
import type { Seen } from './rules/seen.ts'
import type { MemoryTable } from './table/memory-table.ts'
import type { Clock } from './time/clock.ts'
import type { Random } from './time/random.ts'
import type { Provider } from './whatsapp/provider.ts'

/** The shop's number at the provider. */
export const channelId = 'MANTIS-M72HC'

/** What happened otherwise than promised. */
export interface Violation {
  rule: string
  what: string
}

/** All there is while one seed is played. */
export interface World {
  seed: number
  /** What people and faults do. */
  random: Random
  /** What our own code takes for chance. */
  dice: Random
  clock: Clock
  faults: Faults
  table: MemoryTable
  queues: Queues
  sockets: Sockets
  provider: Provider
  records: Records
  seen: Seen
  violations: Violation[]
  /** A line of the history; the text is made only when somebody will read it. */
  note: (who: string, what: () => string) => void
  violate: (rule: string, what: string) => void
}

let present: World | undefined

/** The world that is being played; handlers reach it through their stand-ins. */
export function world(): World {
  if (!present) throw new Error('There is no world yet')
  return present
}

export const enter = (next: World | undefined) => {
  present = next
}
export const isEntered = () => present !== undefined
