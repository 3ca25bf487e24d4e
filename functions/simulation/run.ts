import type { User } from '../../shared/user.ts'
import { createWorld } from './create.ts'
import type { Functions } from './handlers.ts'
import { invoke } from './invocation.ts'
import type { Cast } from './people/cast.ts'
import { openClient } from './people/client.ts'
import { tell } from './people/story.ts'
import { checkEnd } from './rules/end.ts'
import { enter, type Violation, world } from './world.ts'

const minuteMs = 60_000

export interface Played {
  seed: number
  violations: Violation[]
  /** What happened, in numbers by which two runs of a seed can be compared. */
  counts: { steps: number; said: number; sends: number; faults: number }
  faults: string[]
}

/** Plays one seed from the first message until all is quiet, and tells what broke a rule. */
export async function play(
  functions: Functions,
  seed: number,
  history?: string[],
): Promise<Played> {
  const { clock, records, provider, faults, violations, violate } = createWorld(
    functions,
    seed,
    history,
  )
  const { log, error } = console
  console.log = (line: string) => world().note('log', () => line)
  console.error = (line: string) => hearBug(line)
  try {
    await story(functions)
  } catch (failure) {
    violate('crash', failure instanceof Error ? String(failure.stack) : String(failure))
  } finally {
    Object.assign(console, { log, error })
    enter(undefined)
  }
  return {
    seed,
    violations,
    counts: {
      steps: clock.step,
      said: provider.held.length,
      sends: records.sends.length,
      faults: faults.struck,
    },
    faults: Object.keys(faults.rates),
  }
}

const bugs = /^(Type|Range|Reference|Syntax)Error$|ZodError|^ValidationException$/

/** What our code calls a bug, and no fault that struck it. */
function hearBug(line: string) {
  const { note, violate } = world()
  note('log', () => line)
  const { name, message, stack } = JSON.parse(line)
  if (bugs.test(name) && message !== 'fetch failed') violate('bug', `${name} ${message} ${stack}`)
}

const members = (seed: number): User[] =>
  [
    { username: 'rina', name: 'Rina', role: 'admin' as const },
    { username: 'ayu', name: 'Ayu', role: 'agent' as const },
    { username: 'budi', name: 'Budi', role: 'agent' as const },
  ].map((fields) => ({ ...fields, id: `${fields.username}-${seed}`, disabled: false }))

/** Before anything can go wrong: the team is there, and the customers have their phones. */
async function prepare(functions: Functions): Promise<Cast> {
  const { clock, faults, random, seed } = world()
  faults.on = false
  const users = members(seed)
  const entered = Promise.all(users.map((user) => functions.putUser(user)))
  await clock.run()
  await entered
  faults.on = true
  const [admin, ...agents] = users.map((user) => openClient(user, functions))
  const customers = Array.from({ length: random.whole(2, 4) }, (_, i) => {
    const phone = `62812${String(seed % 1_000_000).padStart(6, '0')}${i}`
    return { chat: `${phone}@s.whatsapp.net`, name: `Sari ${i}`, phone, manages: i === 1 }
  })
  process.env.WHAPI_ADMINS = customers[1]?.phone
  return { admins: admin ? [admin] : [], agents, customers }
}

/** Every five minutes, like the schedule; now and then two at once. Ends when told. */
function keepTicking(functions: Functions) {
  const { clock, random, faults } = world()
  let isOver = false
  const tick = () => {
    const run = () => void invoke('tick', minuteMs, functions.tick)
    run()
    if (faults.on && random.chance(faults.rates.tickTwice ?? 0))
      clock.in(random.between(0, 2_000), run)
  }
  const again = () => {
    if (isOver) return
    tick()
    clock.in(5 * minuteMs, again, true)
  }
  clock.in(random.between(0, 5 * minuteMs), again, true)
  return {
    tick,
    end: () => {
      isOver = true
    },
  }
}

async function story(functions: Functions) {
  const { clock, faults, provider, note, seed } = world()
  note('story', () => `seed ${seed}, faults ${JSON.stringify(faults.rates)}`)
  const cast = await prepare(functions)
  const clients = [...cast.admins, ...cast.agents]
  for (const client of clients) void client.connect()
  const end = clock.now + tell(cast)
  const ticking = keepTicking(functions)
  clock.in(end - clock.now, () => undefined)
  await clock.run(() => clock.now >= end)
  note('story', () => 'from here on nothing goes wrong')
  ticking.end()
  faults.on = false
  if (provider.loggedOut) provider.logOut(false)
  await clock.run()
  // Long enough for everything that is put off, and tried again, to have had its turn; what never came is
  // found when the ledger is kept again.
  const later = faults.rates.deliveryLost ? [60, 60, 35] : []
  for (const minutes of [5, 5, 5, 15, 30, ...later]) {
    clock.in(minutes * minuteMs, ticking.tick)
    await clock.run()
  }
  await checkEnd(clients)
}
