import { randomFrom } from '../time/random.ts'
import { world } from '../world.ts'
import { type Act, acts } from './acts.ts'
import type { Cast } from './cast.ts'
import { decide, forget, unread } from './team-acts.ts'

const always: Act[] = ['burst', 'burst', 'look', 'reply', 'reply', 'tryAgain', 'amend']

/**
 * What happens in a seed: each has its own mix, so that rare combinations get their turn. Answers how long
 * it goes on.
 */
export function tell(cast: Cast): number {
  const { clock, random, faults, note } = world()
  const mix = (Object.keys(acts) as Act[]).filter(() => random.chance(0.6)).concat(always)
  const lastsMs = random.between(1, random.chance(0.7) ? 8 : 35) * 60_000
  const count = random.whole(14, 42)
  for (let i = 0; i < count; i++) {
    // Some come together, most spread out.
    const at = random.between(0, lastsMs)
    const act = i === 0 ? 'burst' : random.pick(mix)
    clock.in(i === 0 ? 0 : at, () => run(cast, act))
    if (random.chance(0.25))
      clock.in(at + random.between(0, 6_000), () => run(cast, random.pick(mix)))
  }
  // Rare, and by chance of its own, so that all else in a seed stays as it was.
  const apart = randomFrom(Math.floor(lastsMs))
  for (let left = apart.chance(0.15) ? 3 : 0; left > 0; left--)
    clock.in(apart.between(0, lastsMs), () => {
      note('story', () => 'decide')
      decide(cast, apart.chance(0.6)).catch(() => undefined)
    })
  for (let left = apart.chance(0.5) ? 3 : 0; left > 0; left--)
    clock.in(apart.between(0, lastsMs), () => {
      note('story', () => 'unread')
      Promise.resolve(unread(cast, apart)).catch(() => undefined)
    })
  // Some when all have nearly finished: then nobody writes again, and gone is gone.
  for (let left = apart.chance(0.3) ? 3 : 0; left > 0; left--)
    clock.in(apart.between(apart.chance(0.5) ? 0 : 0.9 * lastsMs, lastsMs), () => {
      note('story', () => 'forget')
      Promise.resolve(forget(cast, apart)).catch(() => undefined)
    })
  // A job that dies takes minutes to die for good.
  return lastsMs + (faults.rates.crash || faults.rates.botDies ? 6 * 60_000 : 20_000)
}

/** What a person tried and did not get is part of the story. */
function run(cast: Cast, act: Act) {
  world().note('story', () => act)
  Promise.resolve(acts[act](cast)).catch(() => undefined)
}
