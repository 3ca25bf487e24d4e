import { randomUUID } from 'node:crypto'
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { AmendmentKind } from '../../shared/message.ts'
import { clientDefaults } from './aws.ts'
import { env } from './env.ts'
import { cause } from './invocation.ts'

export const sqs = new SQSClient(clientDefaults)

export type QueueName = 'bot' | 'outbound'

/** Where the queues are: of the jobs, and of those that died (infra/messaging.ts). */
export const variables = {
  bot: { jobs: 'BOT_QUEUE_URL', failed: 'BOT_DLQ_URL' },
  outbound: { jobs: 'OUTBOUND_QUEUE_URL', failed: 'OUTBOUND_DLQ_URL' },
} as const

/** Answer this message, if it is still the newest of its burst. */
export const BotJob = z.object({ chatId: z.string(), messageId: z.string() })
export type BotJob = z.infer<typeof BotJob>

/** Send this message, once; what was queued `after` in the same chat goes first. */
export const SendJob = z.object({
  do: z.optional(z.literal('send')),
  chatId: z.string(),
  key: z.string(),
  after: z.optional(z.string()),
})
export type SendJob = z.infer<typeof SendJob>

/** Change this message as somebody of the team asked. */
export const AmendJob = z.object({
  do: z.literal('amend'),
  chatId: z.string(),
  key: z.string(),
  kind: AmendmentKind,
})
export type AmendJob = z.infer<typeof AmendJob>

/** Show the customer that the chat was read up to here. */
export const ReadJob = z.object({ do: z.literal('read'), chatId: z.string(), seq: z.int() })
export type ReadJob = z.infer<typeof ReadJob>

/** Show the customer that somebody writes. */
export const TypingJob = z.object({ do: z.literal('typing'), chatId: z.string(), at: z.number() })
export type TypingJob = z.infer<typeof TypingJob>

/** Ask whose number hides behind the id of this chat. */
export const ResolveJob = z.object({ do: z.literal('resolve'), chatId: z.string() })
export type ResolveJob = z.infer<typeof ResolveJob>

/** Ask how the channel is, since nobody has told us yet; or a person has `asked`. */
export const CheckJob = z.object({ do: z.literal('check'), asked: z.optional(z.boolean()) })

export const OutboundJob = z.union([SendJob, AmendJob, ReadJob, TypingJob, ResolveJob, CheckJob])
export type OutboundJob = z.infer<typeof OutboundJob>

/** Jobs of one group are worked off one by one. The same `id` within five minutes is the same job. */
const enqueue = (queue: string, job: object, id: string, group: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: env(queue),
      MessageBody: JSON.stringify({ ...job, cause: cause() }),
      MessageGroupId: group,
      MessageDeduplicationId: id.slice(-128),
    }),
  )

export const enqueueBot = (job: BotJob, id: string = job.messageId) =>
  enqueue('BOT_QUEUE_URL', job, id, job.chatId)

export const enqueueSend = (job: SendJob, id: string = job.key) =>
  enqueue('OUTBOUND_QUEUE_URL', job, id, job.chatId)

/** What is no send has a row of its own in each chat: a send waits for none of it. */
const aside = (chatId: string) => `${chatId}#aside`

const enqueueAside = (job: AmendJob | ReadJob | TypingJob | ResolveJob, id: string) =>
  enqueue('OUTBOUND_QUEUE_URL', job, id, aside(job.chatId))

export const enqueueAmend = (job: Omit<AmendJob, 'do'>, askedAt: string) =>
  enqueueAside({ do: 'amend', ...job }, `${job.key}#${job.kind}#${askedAt}`)

export const enqueueRead = (job: Omit<ReadJob, 'do'>) =>
  enqueueAside({ do: 'read', ...job }, `read#${job.chatId}#${job.seq}`)

/** So long, one who types need not be shown again. */
const typingEveryMs = 8_000

export const enqueueTyping = (chatId: string, at = Date.now()) =>
  enqueueAside({ do: 'typing', chatId, at }, `typing#${chatId}#${Math.floor(at / typingEveryMs)}`)

/** `because` of this message: another one may have brought the provider to know more. */
export const enqueueResolve = (chatId: string, because: string) =>
  enqueueAside({ do: 'resolve', chatId }, `resolve#${because}`)

/** However many ask, it is asked once. */
export const enqueueCheck = () => enqueue('OUTBOUND_QUEUE_URL', { do: 'check' }, 'check', 'check')

/** A person wants to know. */
export const enqueueAskedCheck = (at: number) =>
  enqueue('OUTBOUND_QUEUE_URL', { do: 'check', asked: true }, `check#${at}`, 'check')

/** Puts a job that was given up on its queue once more, as it was. */
export const enqueueAgain = (queue: QueueName, body: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: env(variables[queue].jobs),
      MessageBody: body,
      MessageGroupId: groupOf(body),
      MessageDeduplicationId: randomUUID(),
    }),
  )

/** The row in which the job stood; one that nobody can read stands in no other's way. */
function groupOf(body: string): string {
  try {
    const { chatId, do: what = 'send' } = JSON.parse(body)
    if (typeof chatId === 'string' && chatId) return what === 'send' ? chatId : aside(chatId)
  } catch {
    // Falls through to the row of its own.
  }
  return randomUUID()
}

async function depthOf(variable: string) {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: env(variable),
      AttributeNames: ['ApproximateNumberOfMessages'],
    }),
  )
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0)
}

/** How many jobs wait in a queue, and how many died; roughly, as SQS counts. */
export async function depthsOf(queue: QueueName): Promise<{ waiting: number; failed: number }> {
  const { jobs, failed } = variables[queue]
  const [waiting, dead] = await Promise.all([depthOf(jobs), depthOf(failed)])
  return { waiting, failed: dead }
}
