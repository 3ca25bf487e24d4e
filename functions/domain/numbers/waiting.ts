import type { Numbers } from '../../../shared/numbers.ts'
import { changedSince } from './changed.ts'

/** How many customers wait for a person, and since when the first of them. */
export async function waitingNow(): Promise<Numbers['now']['waiting']> {
  let [count, oldest]: [number, string | null] = [0, null]
  for await (const chats of changedSince(0))
    for (const { waitingSince, mode } of chats) {
      if (!waitingSince || (mode !== 'agent' && mode !== 'paused')) continue
      count++
      if (!oldest || waitingSince < oldest) oldest = waitingSince
    }
  return { count, oldest }
}
