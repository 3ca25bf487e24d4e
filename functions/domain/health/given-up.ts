import type { QueueName } from '../../lib/queues.ts'
import * as Parked from './parked.ts'

const prefix = 'queue/'

/** The queue a parked item was a job of; undefined for a delivery. */
export function queueOf({ path }: { path: string }): QueueName | undefined {
  const name = path.startsWith(prefix) ? path.slice(prefix.length) : ''
  return name === 'bot' || name === 'outbound' ? name : undefined
}

/** Parks jobs of a queue that failed for the last time, where an admin sees why and can have them tried again. */
export const parkJob =
  (queue: QueueName) =>
  (body: string, error: unknown): Promise<void> =>
    Parked.parkOnce({
      reason: reasonOf(error),
      why: { code: 'job_failed', about: queue },
      path: prefix + queue,
      body,
    })

/** What went wrong, without anything that could be somebody's words, number or key. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error'
  const message = error.message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '…')
    .replace(/\S*(?:\d{5,}|@|sk-)\S*/g, '…')
    .replace(/\s+/g, ' ')
  return `${error.name}: ${message}`.slice(0, 200)
}
