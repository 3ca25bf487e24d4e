import { atOnce, startWorker } from '../workers.ts'
import { fits, type Mutant } from './apply.ts'
import { mutants } from './mutants.ts'

const print = console.log.bind(console)
const shareSize = 10

interface Attempt {
  from: number
  count: number
  only?: string
}

/** Plays seeds with a deliberate bug until one fails. Answers whether it was caught. */
async function isCaught({ name }: Mutant, { from, count }: Attempt): Promise<boolean> {
  const worker = startWorker(name)
  try {
    for (let seed = from; seed < from + count; seed += shareSize) {
      const share = { from: seed, to: Math.min(from + count, seed + shareSize), untilFailure: true }
      const failed = (await worker.play(share)).find(({ violations }) => violations.length > 0)
      const [first] = failed?.violations ?? []
      if (failed && first) {
        print(`caught    ${name}  seed ${failed.seed}  ${first.rule}`)
        return true
      }
    }
    print(`survived  ${name}`)
    return false
  } finally {
    worker.end()
  }
}

/** Does the simulation find bugs? Each is put in by itself; all must be caught. */
export async function tryMutants(attempt: Attempt): Promise<boolean> {
  const chosen = mutants.filter(({ name }) => !attempt.only || name === attempt.only)
  if (chosen.length === 0) {
    print(`There is no mutant "${attempt.only}". There are:`)
    for (const { name } of mutants) print(`  ${name}`)
    return false
  }
  const misfits = chosen.filter((mutant) => !fits(mutant))
  for (const { name } of misfits) print(`misfit    ${name}`)
  const waiting = chosen.filter((mutant) => !misfits.includes(mutant))
  let caught = 0
  const one = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift())
      if (await isCaught(mutant, attempt)) caught++
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  print(`${caught} of ${chosen.length} caught`)
  return caught === chosen.length
}
