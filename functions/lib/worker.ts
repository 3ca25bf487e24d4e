import middy from '@middy/core'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { because } from './invocation.ts'
import { log, logBug } from './log.ts'

/** The last of three tries (infra/messaging.ts): after it the job would lie in the dead-letter queue. */
const isLastTry = ({ attributes }: SQSRecord) => Number(attributes.ApproximateReceiveCount) >= 3

/** Whoever put the job on the queue wrote down why (lib/queues.ts). */
function causeOf({ body }: SQSRecord): string | undefined {
  try {
    const { cause } = JSON.parse(body)
    return typeof cause === 'string' ? cause : undefined
  } catch {
    return undefined
  }
}

/**
 * A worker for one kind of job. Its queue hands over one job at a time; a throw brings the job back. What
 * fails for the last time is given up in good order: only what dies without a last word ever lies in the
 * dead-letter queue.
 */
export function worker<Job extends z.ZodMiniType>(
  schema: Job,
  work: (job: z.output<Job>, lastTry: boolean) => Promise<void>,
  giveUp: (body: string, error: unknown) => Promise<void>,
) {
  async function take(record: SQSRecord) {
    const lastTry = isLastTry(record)
    try {
      await work(schema.parse(JSON.parse(record.body)), lastTry)
    } catch (error) {
      logBug(error)
      if (!lastTry) throw error
      await giveUp(record.body, error)
      log('job given up')
    }
  }
  return middy<SQSEvent>().handler(async ({ Records }) => {
    for (const record of Records) await because(causeOf(record), () => take(record))
  })
}
