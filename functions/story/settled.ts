import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { beforeAll } from 'vitest'
import { eventually, outputs } from './stack.ts'

const sqs = new SQSClient({})

async function isEmpty(QueueUrl: string | undefined): Promise<boolean> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: [
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesDelayed',
        'ApproximateNumberOfMessagesNotVisible',
      ],
    }),
  )
  return Object.values(Attributes).every((count) => count === '0')
}

/** What earlier stories left to do is done first: it would meet with what goes wrong in the next ones. */
beforeAll(async () => {
  const { BotQueueUrl, OutboundQueueUrl } = outputs.stack
  await eventually(async () => (await isEmpty(BotQueueUrl)) && (await isEmpty(OutboundQueueUrl)))
})
