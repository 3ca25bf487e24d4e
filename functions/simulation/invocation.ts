import { AsyncLocalStorage } from 'node:async_hooks'
import { world } from './world.ts'

/** One run of one of our functions. */
export interface Invocation {
  name: string
  number: number
  alive: boolean
  startedAt: number
  /** Keys of the messages whose lease it took, in order. */
  leases: string[]
  /** Whose claim of a chat it carries out. */
  claims?: string
  /** It carries out that somebody wants a chat looked at again. */
  unreads?: boolean
  /** Since when somebody asks for a customer to be erased, which it carries out. */
  erases?: number
  /** How often it asked the provider to send. */
  sends: number
  kill: (why: string) => void
}

export type Ended<Answer> =
  | { is: 'answered'; answer: Answer }
  | { is: 'failed'; error: unknown }
  | { is: 'killed' }

const context = new AsyncLocalStorage<Invocation>()

/** The run whose code runs right now, if it is the code of one. */
export const running = () => context.getStore()

let numbers = 0
export const restartNumbers = () => {
  numbers = 0
}

/** Runs a function. Whoever is killed, by a crash or by its time limit, is never heard of again. */
export function invoke<Answer>(
  name: string,
  limitMs: number,
  work: () => Promise<Answer>,
): Promise<Ended<Answer>> {
  const { clock, note } = world()
  const number = ++numbers
  return new Promise((resolve) => {
    const end = (ended: Ended<Answer>) => {
      if (!invocation.alive) return
      invocation.alive = false
      inTime()
      resolve(ended)
    }
    const invocation: Invocation = {
      name,
      number,
      alive: true,
      startedAt: clock.now,
      leases: [],
      sends: 0,
      kill: (why) => {
        if (invocation.alive) note(`${name} ${number}`, () => `dies: ${why}`)
        end({ is: 'killed' })
      },
    }
    const inTime = clock.in(limitMs, () => invocation.kill('its time is up'))
    context.run(invocation, () => {
      work().then(
        (answer) => end({ is: 'answered', answer }),
        (error) => end({ is: 'failed', error }),
      )
    })
  })
}

/** Sleep of whoever asks for it; the dead do not wake up. */
export function pause<Value>(ms: number, value: Value): Promise<Value> {
  const asker = running()
  return new Promise((resolve) => {
    world().clock.in(ms, () => {
      if (!asker || asker.alive) resolve(value)
    })
  })
}

export const nameOf = (invocation: Invocation | undefined) =>
  invocation ? `${invocation.name} ${invocation.number}` : 'world'
