import { seconds } from '../ids.ts'
import type { Stored } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { threadOf, type World } from '../world.ts'
import { show } from './bubble.ts'

const order = ['failed', 'pending', 'sent', 'delivered', 'read', 'played', 'deleted'] as const
export type Status = (typeof order)[number]
const rank = (status: string): number => order.indexOf(status as Status)

/** One status object of a webhook: the code is the rank, the time is a string. */
export const statusOf = (stored: Stored, status: Status, errors?: object[]) => ({
  id: stored.message.id,
  code: rank(status),
  status,
  recipient_id: stored.message.chat_id,
  timestamp: String(seconds()),
  ...(errors && { errors }),
})

/** Moves a message of the shop forward and says so; a step back changes nothing. */
export function advance(world: World, stored: Stored, status: Status): void {
  const { message } = stored
  const now = rank(message.status ?? 'pending')
  const allowed = status === 'failed' ? now === rank('pending') : rank(status) > now
  if (!allowed || message.status === 'failed') return
  message.status = status
  const errors = status === 'failed' ? [{ code: 500, message: 'not sent' }] : undefined
  announce(world, 'statuses', 'post', message.chat_id, {
    statuses: [statusOf(stored, status, errors)],
  })
  show(world, stored)
}

/** The life of a message the shop sent: sent, delivered and, if customers read at once, read. */
export function live(world: World, stored: Stored, { fails = false } = {}): void {
  const { statusDelaysMs, autoRead } = world.habits
  const steps = fails ? (['failed'] as const) : (['sent', 'delivered', 'read'] as const)
  const dueMs = { failed: statusDelaysMs.sent, ...statusDelaysMs }
  // Each step starts the next: timers of their own could overtake each other on a busy machine.
  function walk([step, ...rest]: Status[], passedMs: number): void {
    if (!step || (step === 'read' && !autoRead)) return
    const at = dueMs[step as keyof typeof dueMs]
    world.work.after(Math.max(0, at - passedMs), () => {
      advance(world, stored, step)
      walk(rest, at)
    })
  }
  walk([...steps], 0)
}

/** What the shop sent before the simulator stopped goes on its way. */
export function resumeStatuses(world: World): void {
  for (const stored of world.state.messages) {
    const { from_me, status = '' } = stored.message
    if (from_me && ['pending', 'sent', 'delivered'].includes(status)) live(world, stored)
  }
}

/** The customer looks at the conversation: what has arrived is read. */
export function look(world: World, chatId: string): number {
  const seen = threadOf(world, chatId).filter(
    ({ message }) => message.from_me && message.status === 'delivered',
  )
  for (const stored of seen) advance(world, stored, 'read')
  return seen.length
}
