import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { Handler, Linkable } from './handler.ts'

export interface JobsProps {
  /** The variables are called <NAME>_QUEUE_URL and <NAME>_DLQ_URL. */
  name: 'BOT' | 'OUTBOUND'
  /** Longer than the worker may take: a job in work is nobody else's. */
  visibility: Duration
  delay?: Duration
}

const common = {
  fifo: true,
  enforceSSL: true,
  encryption: QueueEncryption.SQS_MANAGED,
  retentionPeriod: Duration.days(14),
}

/** All that Lambda wants in the name of a worker: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const take = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']

/** Jobs are worked off one by one and in order within a chat; what fails three times is kept for an admin to see. */
export class Jobs extends Construct {
  readonly queue: Queue
  readonly failed: Queue
  private readonly name: JobsProps['name']

  constructor(scope: Construct, id: string, { name, visibility, delay }: JobsProps) {
    super(scope, id)
    this.name = name
    this.failed = new Queue(this, 'failed', common)
    this.queue = new Queue(this, 'queue', {
      ...common,
      visibilityTimeout: visibility,
      deliveryDelay: delay,
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 3 },
    })
  }

  /** Puts jobs on the queue. */
  readonly send: Linkable = {
    linkTo: (handler) => {
      handler.addEnvironment(`${this.name}_QUEUE_URL`, this.queue.queueUrl)
      handler.addToRolePolicy(
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
      )
    },
  }

  /** Asks how many jobs wait, and how many failed. */
  readonly depth: Linkable = {
    linkTo: (handler) => {
      handler.addEnvironment(`${this.name}_QUEUE_URL`, this.queue.queueUrl)
      handler.addEnvironment(`${this.name}_DLQ_URL`, this.failed.queueUrl)
      handler.addToRolePolicy(
        new PolicyStatement({
          actions: ['sqs:GetQueueAttributes'],
          resources: [this.queue.queueArn, this.failed.queueArn],
        }),
      )
    },
  }

  /** Takes what died in the dead-letter queue, to put it back. Wants `depth` and `send` too. */
  readonly revive: Linkable = {
    linkTo: (handler) => {
      handler.addToRolePolicy(
        new PolicyStatement({
          actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
          resources: [this.failed.queueArn],
        }),
      )
    },
  }

  /** One job at a time, so that a bad one takes no other down with it. */
  deliverTo(worker: Handler) {
    worker.addEventSourceMapping('jobs', { eventSourceArn: this.queue.queueArn, batchSize: 1 })
    worker.addToRolePolicy(new PolicyStatement({ actions: take, resources: [this.queue.queueArn] }))
  }
}
