import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSEvent } from 'aws-lambda'
import { strikes } from '../faults.ts'
import { world } from '../world.ts'
import { drop, type Job, put, type Queue, queueOf, take } from './fifo.ts'
import { outside, type Trouble } from './outside.ts'
import { named } from './table.ts'

export interface Queues {
  send: (url: string, job: { body: string; group: string; dedupe: string }) => void
  depth: (url: string) => number
  jobs: (url: string) => Job[]
  /** Was there ever a job that says this? */
  knew: (url: string, words: string) => boolean
  receive: (url: string, max: number, visibilityMs: number) => Job[]
  remove: (url: string, id: string) => void
}

type Workers = Record<'bot' | 'outbound', (event: SQSEvent) => Promise<unknown>>

/** The two FIFO queues with what is dead of them (infra/messaging.ts), each delivering to its worker. */
export function createQueues({ bot, outbound }: Workers): Queues {
  const botDead = queueOf('bot-dlq')
  const outboundDead = queueOf('outbound-dlq')
  const queues = new Map(
    [
      queueOf('bot', {
        delayMs: 4_000,
        visibilityMs: 90_000,
        dead: botDead,
        worker: { name: 'bot', limitMs: 60_000, handler: bot },
      }),
      queueOf('outbound', {
        visibilityMs: 72_000,
        dead: outboundDead,
        worker: { name: 'outbound', limitMs: 30_000, handler: outbound },
      }),
      botDead,
      outboundDead,
    ].map((queue) => [queue.name, queue]),
  )
  const at = (url: string) => {
    const queue = queues.get(url)
    if (!queue) throw named('QueueDoesNotExist')
    return queue
  }
  const all = (queue: Queue) => [...queue.groups.values()].flat()
  return {
    send: (url, job) => put(at(url), job),
    depth: (url) => all(at(url)).length,
    jobs: (url) => all(at(url)),
    knew: (url, words) => at(url).bodies.some((body) => body.includes(words)),
    receive: (url, max, visibilityMs) => take(at(url), max, visibilityMs),
    remove: (url, id) => {
      for (const jobs of at(url).groups.values()) drop(jobs, id)
    },
  }
}

function troubleOf(): Trouble {
  if (strikes('queueRefuses')) return { before: named('ServiceUnavailable') }
  if (strikes('queueAnswerLost')) return { after: named('TimeoutError') }
  return undefined
}

type Input = { QueueUrl: string } & Record<string, unknown>

function answer(command: { input: Input }): unknown {
  const { queues } = world()
  const { QueueUrl: url, ...input } = command.input
  if (command instanceof SendMessageCommand)
    return queues.send(url, {
      body: String(input.MessageBody),
      group: String(input.MessageGroupId),
      dedupe: String(input.MessageDeduplicationId),
    })
  if (command instanceof GetQueueAttributesCommand)
    return { Attributes: { ApproximateNumberOfMessages: String(queues.depth(url)) } }
  if (command instanceof ReceiveMessageCommand) {
    const seconds = Number(input.VisibilityTimeout ?? 30)
    return {
      Messages: queues
        .receive(url, Number(input.MaxNumberOfMessages ?? 1), seconds * 1000)
        .map(({ id, body, group, dedupe }) => ({
          MessageId: id,
          ReceiptHandle: id,
          Body: body,
          Attributes: { MessageGroupId: group, MessageDeduplicationId: dedupe },
        })),
    }
  }
  if (command instanceof DeleteMessageCommand)
    return queues.remove(url, String(input.ReceiptHandle))
  throw new Error('The simulation does not know this command of SQS')
}

/** Every command to SQS goes to the world's queues. */
export function standInForQueues() {
  SQSClient.prototype.send = function send(command: {
    input: Input
    constructor: { name: string }
  }) {
    return outside({
      what: () =>
        `${command.constructor.name.replace('Command', '')} ${JSON.stringify(command.input)}`,
      effect: () => answer(command) ?? {},
      trouble: troubleOf,
    })
  } as never
}
