import type { Parked as ParkedView } from '../../shared/parked.ts'
import { queueOf } from '../domain/health/given-up.ts'
import * as Parked from '../domain/health/parked.ts'
import { enqueueAgain } from '../lib/queues.ts'
import { takeIn } from './whapi/intake.ts'

/**
 * Tries again what was parked: a job goes back on its queue, a delivery is taken in once more. It is
 * forgotten only after that, and what fails again has been parked anew by then.
 */
export async function replay(id: string): Promise<{ stored: number; parked: number }> {
  const parked = await Parked.get(id)
  const outcome = await again(parked)
  await Parked.remove(id)
  return outcome
}

async function again(parked: ParkedView) {
  const queue = queueOf(parked)
  if (!queue) {
    const recovered = parked.path === Parked.fromHistory
    const { stored, parked: anew } = await takeIn(parked.body, parked.path, { recovered })
    return { stored, parked: anew }
  }
  await enqueueAgain(queue, parked.body)
  return { stored: 1, parked: 0 }
}
