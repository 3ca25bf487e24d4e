import { world } from '../world.ts'
import { type Act, acts } from './acts.ts'
import type { Cast } from './cast.ts'

const always: Act[] = ['burst', 'burst', 'look', 'reply', 'tryAgain']

/**
 * What happens in a seed: each has its own mix, so that rare combinations get their turn. Answers how long
 * it goes on.
 */
export function tell(cast: Cast): number {
  const { clock, random, faults } = world()
  const mix = (Object.keys(acts) as Act[]).filter(() => random.chance(0.6)).concat(always)
  const lastsMs = random.between(1, random.chance(0.7) ? 8 : 35) * 60_000
  const count = random.whole(10, 34)
  for (let i = 0; i < count; i++) {
    // Some come together, most spread out.
    const at = random.between(0, lastsMs)
    const act = i === 0 ? 'burst' : random.pick(mix)
    clock.in(i === 0 ? 0 : at, () => run(cast, act))
    if (random.chance(0.25))
      clock.in(at + random.between(0, 6_000), () => run(cast, random.pick(mix)))
  }
  // A job that dies takes minutes to die for good.
  return lastsMs + (faults.rates.crash || faults.rates.botDies ? 6 * 60_000 : 20_000)
}

/** What a person tried and did not get is part of the story. */
function run(cast: Cast, act: Act) {
  world().note('story', () => act)
  Promise.resolve(acts[act](cast)).catch(() => undefined)
}
