import { applyMutant } from './mutants/apply.ts'
import { mutants } from './mutants/mutants.ts'

/** Seeds to play, one after the other; the rest of them is left after a failure if so wanted. */
export interface Share {
  from: number
  to: number
  untilFailure: boolean
}

const mutant = mutants.find(({ name }) => name === process.env.MUTANT)
if (mutant) applyMutant(mutant)

// After the mutant, which changes what is loaded.
const { load } = await import('./handlers.ts')
const { play } = await import('./run.ts')
const functions = await load()

process.on('message', async ({ from, to, untilFailure }: Share) => {
  const played = []
  for (let seed = from; seed < to; seed++) {
    const one = await play(functions, seed)
    played.push(one)
    if (untilFailure && one.violations.length > 0) break
  }
  process.send?.(played)
})
