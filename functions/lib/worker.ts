import middy from '@middy/core'
import type { SQSEvent, SQSRecord } from 'aws-lambda'
import type * as z from 'zod/mini'
import { logBug } from './log.ts'

/** The last of three tries (infra/messaging.ts): after it the job lies in the dead-letter queue. */
const isLastTry = ({ attributes }: SQSRecord) => Number(attributes.ApproximateReceiveCount) >= 3

/** A worker for one kind of job. Its queue hands over one job at a time; a throw brings the job back. */
export const worker = <Job extends z.ZodMiniType>(
  schema: Job,
  work: (job: z.output<Job>, lastTry: boolean) => Promise<void>,
) =>
  middy<SQSEvent>()
    .onError(({ error }) => logBug(error))
    .handler(async ({ Records }) => {
      for (const record of Records)
        await work(schema.parse(JSON.parse(record.body)), isLastTry(record))
    })
