/** A source of chance that yields the same for the same seed. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  chance(probability: number): boolean
  between(from: number, to: number): number
  /** A whole number; both ends can come. */
  whole(from: number, to: number): number
  pick<Item>(items: readonly Item[]): Item
  /** Another source, which this one's later use does not disturb. */
  fork(): Random
}

/** Mulberry32, after a few rounds of mixing so that neighbouring seeds have nothing in common. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 3; round++) state ^= Math.floor(next() * 4_294_967_296)
  const between = (from: number, to: number) => from + next() * (to - from)
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1))
  return {
    next,
    chance: (probability) => probability > 0 && next() < probability,
    between,
    whole,
    pick: <Item>(items: readonly Item[]) => {
      if (items.length === 0) throw new Error('Nothing to pick from')
      return items[whole(0, items.length - 1)] as Item
    },
    fork: () => randomFrom(Math.floor(next() * 4_294_967_296)),
  }
}
