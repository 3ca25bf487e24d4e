import { parseArgs } from 'node:util'
import { tryMutants } from './mutants/try.ts'
import type { Played } from './run.ts'
import { playAll } from './workers.ts'

const { values } = parseArgs({
  options: {
    /** How many seeds. */
    seeds: { type: 'string' },
    /** The first of them. */
    from: { type: 'string', default: '1' },
    /** Only this one, with all that happens in it. */
    seed: { type: 'string' },
    /** Do deliberate bugs get caught? */
    mutants: { type: 'boolean', default: false },
    /** Only this deliberate bug. */
    mutant: { type: 'string' },
  },
})

const print = console.log.bind(console)

/** Every line of one seed. Answers whether all was well. */
async function show(seed: number): Promise<boolean> {
  const { load } = await import('./handlers.ts')
  const { play } = await import('./run.ts')
  const history: string[] = []
  const { violations, counts } = await play(await load(), seed, history)
  print(history.join('\n'))
  print(`\nseed ${seed}: ${JSON.stringify(counts)}`)
  for (const { rule, what } of violations) print(`${rule} is broken: ${what}`)
  return violations.length === 0
}

async function playMany(from: number, count: number): Promise<boolean> {
  const failed: Played[] = []
  let done = 0
  await playAll(from, from + count, (played) => {
    done++
    if (played.violations.length > 0) failed.push(played)
    if (process.stderr.isTTY)
      process.stderr.write(`\r${done}/${count} seeds, ${failed.length} failed`)
  })
  if (process.stderr.isTTY) process.stderr.write('\n')
  failed.sort((a, b) => a.seed - b.seed)
  for (const { seed, violations } of failed.slice(0, 20))
    print(`seed ${seed}: ${violations[0]?.rule} is broken: ${violations[0]?.what.slice(0, 400)}`)
  print(`${done} seeds, ${failed.length} failed`)
  const [first] = failed
  if (first) print(`Replay one with: npm run simulate -- --seed ${first.seed}`)
  return failed.length === 0
}

const isContent = values.seed
  ? await show(Number(values.seed))
  : values.mutants || values.mutant
    ? await tryMutants({
        from: Number(values.from),
        count: Number(values.seeds ?? 200),
        only: values.mutant,
      })
    : await playMany(Number(values.from), Number(values.seeds ?? 10_000))
process.exit(isContent ? 0 : 1)
