import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSEvent } from 'aws-lambda'
import { strikes } from '../faults.ts'
import { invoke } from '../invocation.ts'
import { world } from '../world.ts'
import { outside, type Trouble } from './outside.ts'
import { named } from './table.ts'

interface Job {
  id: string
  body: string
  group: string
  dedupe: string
  visibleAt: number
  receives: number
}

interface Queue {
  name: string
  delayMs: number
  visibilityMs: number
  worker:
    | { name: string; limitMs: number; handler: (event: SQSEvent) => Promise<unknown> }
    | undefined
  dead: Queue | undefined
  groups: Map<string, Job[]>
  busy: Set<string>
  seen: Map<string, number>
  sent: number
  bodies: string[]
}

export interface Queues {
  send: (url: string, job: { body: string; group: string; dedupe: string }) => void
  depth: (url: string) => number
  jobs: (url: string) => Job[]
  /** Was there ever a job that says this? */
  knew: (url: string, words: string) => boolean
  receive: (url: string, max: number, visibilityMs: number) => Job[]
  remove: (url: string, id: string) => void
}

const dedupeMs = 5 * 60_000
const receivesAllowed = 3

const queueOf = (name: string, fields: Partial<Queue> = {}): Queue => ({
  name,
  delayMs: 0,
  visibilityMs: 30_000,
  worker: undefined,
  dead: undefined,
  groups: new Map(),
  busy: new Set(),
  seen: new Map(),
  sent: 0,
  bodies: [],
  ...fields,
})

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

function put(
  queue: Queue,
  { body, group, dedupe }: { body: string; group: string; dedupe: string },
) {
  const { clock } = world()
  const seenAt = queue.seen.get(dedupe)
  if (seenAt !== undefined && clock.now - seenAt < dedupeMs) return
  queue.seen.set(dedupe, clock.now)
  queue.bodies.push(body)
  const id = `${queue.name}-${++queue.sent}`
  const visibleAt = clock.now + queue.delayMs
  const jobs = queue.groups.get(group) ?? []
  queue.groups.set(group, jobs)
  jobs.push({ id, body, group, dedupe, visibleAt, receives: 0 })
  clock.in(queue.delayMs, () => pump(queue, group))
}

function drop(jobs: Job[], id: string) {
  const i = jobs.findIndex((job) => job.id === id)
  if (i >= 0) jobs.splice(i, 1)
}

function take(queue: Queue, max: number, visibilityMs: number): Job[] {
  const { now } = world().clock
  const found = [...queue.groups.values()].flat().filter(({ visibleAt }) => visibleAt <= now)
  return found.slice(0, max).map((job) => {
    job.visibleAt = now + visibilityMs
    job.receives++
    return job
  })
}

/** Hands the head of a group to the worker, unless one is in work or the head is not to be seen yet. */
function pump(queue: Queue, group: string) {
  const { clock, random, note } = world()
  const jobs = queue.groups.get(group)
  const [job] = jobs ?? []
  if (!queue.worker || !jobs || !job || queue.busy.has(group) || job.visibleAt > clock.now + 1)
    return
  queue.busy.add(group)
  clock.in(strikes('jobLate') ? random.between(500, 8_000) : random.between(5, 60), async () => {
    job.receives++
    if (job.receives > receivesAllowed) {
      drop(jobs, job.id)
      note('sqs', () => `${job.id} is dead: ${job.body}`)
      queue.busy.delete(group)
      if (queue.dead) put(queue.dead, { ...job, dedupe: job.id })
      return pump(queue, group)
    }
    job.visibleAt = clock.now + queue.visibilityMs
    const done = await deliver(queue, job)
    queue.busy.delete(group)
    if (done && !strikes('jobTwice')) drop(jobs, job.id)
    clock.in(Math.max(0, (jobs[0]?.visibleAt ?? 0) - clock.now), () => pump(queue, group))
  })
}

async function deliver({ worker }: Queue, { id, body, group, receives }: Job): Promise<boolean> {
  if (!worker) return false
  world().note('sqs', () => `hands over ${id}, time ${receives}: ${body}`)
  const attributes = { ApproximateReceiveCount: String(receives), MessageGroupId: group }
  const event = { Records: [{ messageId: id, body, attributes }] } as unknown as SQSEvent
  const ended = await invoke(worker.name, worker.limitMs, () => worker.handler(event))
  return ended.is === 'answered'
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
