import type { TableCommand } from '../../../../functions/simulation/table/memory-table.ts'
import type { HandlerId } from '../../../bundle.ts'
import type { Usage } from '../prices.ts'
import { wordsFor } from './commands.ts'
import { createCountedTable } from './counted-table.ts'

export interface Job {
  worker: 'bot' | 'outbound'
  body: string
}

const nothing = (): Usage => ({
  writeUnits: 0,
  readUnits: 0,
  queueRequests: 0,
  httpCalls: 0,
  invocations: {},
  frames: 0,
  logBytes: 0,
  decryptions: 0,
})

/** All that surrounds the functions, and what was used of it. */
export function createCloud() {
  const table = createCountedTable()
  let usage = nothing()
  let bill: string[] = []
  return {
    table,
    /** Does what is asked of the table, and writes it on the bill. */
    async execute(command: TableCommand) {
      const before = { ...table.spent }
      try {
        return table.execute(command)
      } finally {
        const writes = table.spent.writeUnits - before.writeUnits
        const reads = table.spent.readUnits - before.readUnits
        bill.push(`${wordsFor(command)}: ${writes ? `${writes} written` : `${reads} read`}`)
      }
    },
    /** Jobs that wait, first things first. */
    jobs: [] as Job[],
    /** What the functions wrote down that should not have happened. */
    troubles: [] as string[],
    use(what: Partial<Omit<Usage, 'invocations'>>) {
      for (const [name, count] of Object.entries(what)) usage[name as keyof typeof what] += count
    },
    invoked(id: HandlerId) {
      bill.push(`${id}:`)
      usage.invocations[id] = (usage.invocations[id] ?? 0) + 1
    },
    /** What was used since this was asked last, and what the table was asked for, in words. */
    used() {
      const used = { usage: { ...usage, ...table.spent }, bill }
      Object.assign(table.spent, { writeUnits: 0, readUnits: 0 })
      usage = nothing()
      bill = []
      return used
    },
  }
}
export type Cloud = ReturnType<typeof createCloud>
