import { randomUUID } from 'node:crypto'
import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
} from '@aws-sdk/client-sqs'
import { env } from './env.ts'
import { type QueueName, sqs, variables } from './queues.ts'

/** SQS hands over and takes so many at once. */
const atOnce = 10

/** So many in one call; whoever wants more calls again. */
const mostAtATime = 300

/** A call is answered within seconds. */
const worksForMs = 6_000

/**
 * Puts what lies in the dead-letter queue back on its queue, in its order; answers how many. One is
 * deleted only after it was put back: dying in between leaves it in both, which does no harm.
 */
export async function replayDeadLetters(queue: QueueName): Promise<number> {
  const endsAt = Date.now() + worksForMs
  let replayed = 0
  while (replayed < mostAtATime && Date.now() < endsAt) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: env(variables[queue].failed),
        MaxNumberOfMessages: atOnce,
        MessageSystemAttributeNames: ['MessageGroupId'],
      }),
    )
    if (Messages.length === 0) break
    replayed += await moveBack(queue, Messages)
  }
  return replayed
}

async function moveBack(queue: QueueName, messages: Message[]): Promise<number> {
  const { Successful: sent = [] } = await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: env(variables[queue].jobs),
      Entries: messages.map(({ Body, Attributes }, i) => ({
        Id: String(i),
        MessageBody: Body,
        MessageGroupId: Attributes?.MessageGroupId ?? 'no group',
        // Its own would be taken for a repetition.
        MessageDeduplicationId: randomUUID(),
      })),
    }),
  )
  if (sent.length > 0)
    await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: env(variables[queue].failed),
        Entries: sent.map(({ Id = '' }) => ({
          Id,
          ReceiptHandle: messages[Number(Id)]?.ReceiptHandle,
        })),
      }),
    )
  return sent.length
}
