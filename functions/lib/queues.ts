import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'

const sqs = new SQSClient(clientDefaults)

/** Answer this message, if it is still the newest of its burst. */
export const BotJob = z.object({ chatId: z.string(), messageId: z.string() })
export type BotJob = z.infer<typeof BotJob>

/** Send this message, once; what was queued `after` in the same chat goes first. */
export const SendJob = z.object({
  chatId: z.string(),
  key: z.string(),
  after: z.optional(z.string()),
})
export type SendJob = z.infer<typeof SendJob>

/** Jobs of one chat are worked off one by one. The same `id` within five minutes is the same job. */
const enqueue = (queue: string, job: { chatId: string }, id: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: env(queue),
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.chatId,
      MessageDeduplicationId: id.slice(-128),
    }),
  )

export const enqueueBot = (job: BotJob, id: string = job.messageId) =>
  enqueue('BOT_QUEUE_URL', job, id)

export const enqueueSend = (job: SendJob, id: string = job.key) =>
  enqueue('OUTBOUND_QUEUE_URL', job, id)

/** How many jobs wait in a queue, roughly: SQS counts approximately. */
export async function depthOf(
  queue: 'BOT_QUEUE_URL' | 'BOT_DLQ_URL' | 'OUTBOUND_QUEUE_URL' | 'OUTBOUND_DLQ_URL',
) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: env(queue),
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  )
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
}
