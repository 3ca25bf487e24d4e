import middy from '@middy/core'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { log, logBug } from './log.ts'

/** The last of three tries (infra/messaging.ts): after it the job would lie in the dead-letter queue. */
const isLastTry = ({ attributes }: SQSRecord) => Number(attributes.ApproximateReceiveCount) >= 3

/**
 * A worker for one kind of job. Its queue hands over one job at a time; a throw brings the job back. What
 * fails for the last time is given up in good order: only what dies without a last word ever lies in the
 * dead-letter queue.
 */
export const worker = <Job extends z.ZodMiniType>(
  schema: Job,
  work: (job: z.output<Job>, lastTry: boolean) => Promise<void>,
  giveUp: (body: string, error: unknown) => Promise<void>,
) =>
  middy<SQSEvent>()
    .onError(({ error }) => logBug(error))
    .handler(async ({ Records }) => {
      for (const record of Records) {
        const lastTry = isLastTry(record)
        try {
          await work(schema.parse(JSON.parse(record.body)), lastTry)
        } catch (error) {
          if (!lastTry) throw error
          await giveUp(record.body, error)
          logBug(error)
          log('job given up')
        }
      }
    })
