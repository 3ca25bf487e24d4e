import { createQueues } from './cloud/queues.ts'
import { createSockets } from './cloud/sockets.ts'
import { drawFaults, strikes } from './faults.ts'
import { type Functions, webhookSecret } from './handlers.ts'
import { restartNumbers } from './invocation.ts'
import { restartConnections } from './people/browser.ts'
import { restartTexts } from './people/cast.ts'
import { checkHeard } from './rules/heard.ts'
import { createRecords } from './rules/records.ts'
import { watch } from './rules/rules.ts'
import { MemoryTable } from './table/memory-table.ts'
import { balasTable } from './table/schema.ts'
import { clockAt } from './time/clock.ts'
import { randomFrom } from './time/random.ts'
import { createDeliveries } from './whatsapp/deliveries.ts'
import { createProvider } from './whatsapp/provider.ts'
import { channelId, enter, type World } from './world.ts'

const hourMs = 3_600_000

/** Each seed has hours of its own, so that whatever a function keeps for a while has run out by then. */
const startOf = (seed: number) => Date.UTC(2026, 10, 21, 2) + (seed % 70_000) * 7 * hourMs

const timeOf = (ms: number) => new Date(ms).toISOString().slice(11, 23)

/** A read that need not be consistent may miss a write of the last second. */
const staleRead = (ageMs: number) => ageMs < 1_000 && strikes('staleRead')

/** Makes the world of a seed, and enters it. `history` takes its lines, if anybody wants them. */
export function createWorld(functions: Functions, seed: number, history?: string[]): World {
  restartNumbers()
  restartConnections()
  restartTexts()
  const random = randomFrom(seed)
  const clock = clockAt(startOf(seed))
  const note: World['note'] = (who, what) => {
    history?.push(`${timeOf(clock.now)} ${who.padEnd(13)} ${what()}`)
  }
  const violations: World['violations'] = []
  const world = {
    seed,
    random,
    dice: random.fork(),
    clock,
    faults: drawFaults(random),
    table: new MemoryTable({ schema: balasTable, staleRead }),
    queues: createQueues(functions),
    sockets: createSockets(),
    records: createRecords(),
    violations,
    note,
    violate: (rule, what) => {
      violations.push({ rule, what })
      note('VIOLATION', () => `${rule}: ${what}`)
    },
  } satisfies Partial<World> as unknown as World
  enter(world)
  const headers = { 'x-webhook-secret': webhookSecret }
  const deliveries = createDeliveries(functions.webhook, headers, channelId, checkHeard)
  world.provider = createProvider(deliveries)
  world.seen = watch()
  return world
}
