import type { SQSEvent } from 'aws-lambda'
import { strikes } from '../faults.ts'
import { invoke } from '../invocation.ts'
import { world } from '../world.ts'

export interface Job {
  id: string
  body: string
  group: string
  dedupe: string
  visibleAt: number
  receives: number
}

export interface Queue {
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

const dedupeMs = 5 * 60_000
const receivesAllowed = 3

export const queueOf = (name: string, fields: Partial<Queue> = {}): Queue => ({
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

/** The same `dedupe` within five minutes is the same job. */
export function put(
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

export function drop(jobs: Job[], id: string) {
  const i = jobs.findIndex((job) => job.id === id)
  if (i >= 0) jobs.splice(i, 1)
}

/** For whoever looks into a queue by hand. */
export function take(queue: Queue, max: number, visibilityMs: number): Job[] {
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
