import { replay } from '../channels/replay.ts'
import * as Parked from '../domain/health/parked.ts'

/** So long a part of a large delivery may take; nothing is begun that might not come to its end. */
const partTakesMs = 25_000

/** Takes in what was more than one call could store, part after part; answers how many parts. */
export async function takeInRest(endsAt: number): Promise<number> {
  let parts = 0
  while (Date.now() + partTakesMs < endsAt) {
    const id = await Parked.nextToTakeIn()
    if (!id) break
    await replay(id)
    parts++
  }
  return parts
}
