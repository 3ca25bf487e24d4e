import { parseArgs } from 'node:util'
import { tryMutants } from './mutants/try.ts'
import type { Played } from './run.ts'
import { brief } from './telling.ts'
import { playAll } from './workers.ts'

const usage = `npm run simulate                        plays 10,000 seeds
npm run simulate -- --seeds N --from FIRST  plays N seeds
npm run simulate -- --seed N [--all]        tells the story of one; with --all, every step of it
npm run simulate -- --mutants [--seeds N]   are deliberate bugs caught? each within N seeds (200)
npm run simulate -- --mutant NAME           is this one?`

const options = {
  /** How many seeds. */
  seeds: { type: 'string' },
  /** The first of them. */
  from: { type: 'string', default: '1' },
  /** Only this one, and what happens in it. */
  seed: { type: 'string' },
  /** And every step of our own. */
  all: { type: 'boolean', default: false },
  /** Do deliberate bugs get caught? */
  mutants: { type: 'boolean', default: false },
  /** Only this deliberate bug. */
  mutant: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** What was asked for; whatever makes no sense ends here, with a word about what would. */
function asked() {
  try {
    const { values } = parseArgs({ options })
    for (const name of ['seeds', 'from', 'seed'] as const)
      if (values[name] !== undefined && !/^[1-9]\d*$/.test(values[name]))
        throw new Error(`--${name} wants a whole number from 1, not "${values[name]}"`)
    return values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return process.exit(2)
  }
}

const values = asked()
if (values.help) {
  console.log(usage)
  process.exit(0)
}

const print = console.log.bind(console)

type Counts = Played['counts']

const told = ({ steps, said, sends, faults }: Counts) =>
  `${said} messages, ${sends} sends, ${faults} faults, ${steps} steps`

const sum = (a: Counts, b: Counts): Counts => ({
  steps: a.steps + b.steps,
  said: a.said + b.said,
  sends: a.sends + b.sends,
  faults: a.faults + b.faults,
})

/** Tells one seed, in short or every step of it. Answers whether all was well. */
async function show(seed: number, isWhole: boolean): Promise<boolean> {
  const { load } = await import('./handlers.ts')
  const { play } = await import('./run.ts')
  const history: string[] = []
  const { violations, counts } = await play(await load(), seed, history)
  print((isWhole ? history : brief(history)).join('\n'))
  print(`\nseed ${seed}: ${told(counts)}`)
  for (const { rule, what } of violations) print(`${rule} is broken: ${what}`)
  return violations.length === 0
}

async function playMany(from: number, count: number): Promise<boolean> {
  const failed: Played[] = []
  const startedAt = performance.now()
  let total: Counts = { steps: 0, said: 0, sends: 0, faults: 0 }
  let done = 0
  await playAll(from, from + count, (played) => {
    done++
    total = sum(total, played.counts)
    if (played.violations.length > 0) failed.push(played)
    if (process.stderr.isTTY)
      process.stderr.write(`\r${done}/${count} seeds, ${failed.length} failed`)
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  failed.sort((a, b) => a.seed - b.seed)
  for (const { seed, violations } of failed.slice(0, 20))
    print(`seed ${seed}: ${violations[0]?.rule} is broken: ${violations[0]?.what.slice(0, 400)}`)
  print(`${told(total)} in ${Math.round((performance.now() - startedAt) / 1000)} s`)
  print(`${done} seeds, ${failed.length} failed`)
  const [first] = failed
  if (!first) return true
  print('')
  await show(first.seed, false)
  print(`Every step of it: npm run simulate -- --seed ${first.seed} --all`)
  return false
}

const isContent = values.seed
  ? await show(Number(values.seed), values.all)
  : values.mutants || values.mutant
    ? await tryMutants({
        from: Number(values.from),
        count: Number(values.seeds ?? 200),
        only: values.mutant,
      })
    : await playMany(Number(values.from), Number(values.seeds ?? 10_000))
// Not by exit(): what was printed into a pipe must get there.
process.exitCode = isContent ? 0 : 1
