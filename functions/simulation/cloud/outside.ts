import { isFatal, strikes } from '../faults.ts'
import { nameOf, running } from '../invocation.ts'
import { world } from '../world.ts'

/** What goes wrong with one call: it is not done, it is done unheard, or it is done twice. */
export type Trouble = { before: Error } | { after: Error } | { again: true } | undefined

export interface Call<Answer> {
  what: () => string
  effect: () => Answer
  trouble?: () => Trouble
  latencyMs?: () => number
  /** Another write of the caller's belongs to this one. */
  isHalf?: boolean
  /** A caller that cannot die half way: the sandbox itself asks. */
  shielded?: boolean
}

const usualMs = () => {
  const { random } = world()
  return random.chance(0.9) ? random.between(1, 12) : random.between(10, 80)
}

/**
 * A call that leaves a function: it takes a while, and its caller may die of it, before or after it is done.
 * This is where everything that runs at the same time gets mixed.
 */
export function outside<Answer>(call: Call<Answer>): Promise<Answer> {
  const { clock, random, note } = world()
  const caller = running()
  const { what, effect, trouble, latencyMs = usualMs, isHalf = false, shielded = false } = call
  return new Promise((resolve, reject) => {
    if (caller && !caller.alive && !shielded) return
    const attempt = (again: boolean) => {
      if (caller && !caller.alive && !shielded) {
        // What was on its way when its sender died may arrive all the same.
        if (random.chance(0.5)) attempted(effect)
        return
      }
      const isStruck = caller !== undefined && !shielded && isFatal(caller.name)
      if (isStruck && random.chance(0.5)) return caller.kill(`before ${what()}`)
      const wrong = again ? undefined : trouble?.()
      if (wrong && 'before' in wrong) {
        note(nameOf(caller), () => `${what()} ✗ ${wrong.before.name}, not done`)
        return reject(wrong.before)
      }
      const done = attempted(effect)
      note(nameOf(caller), () => `${what()}${done.ok ? '' : ` ✗ ${nameOfError(done.error)}`}`)
      if (isStruck || (caller && isHalf && strikes('halfWritten')))
        return caller.kill(`after ${what()}`)
      if (wrong && 'after' in wrong) {
        note(nameOf(caller), () => `… and does not hear of it: ${wrong.after.name}`)
        return reject(wrong.after)
      }
      if (wrong) {
        note(nameOf(caller), () => '… does not hear of it, and asks again')
        return void clock.in(random.between(20, 400), () => attempt(true))
      }
      if (done.ok) resolve(done.answer)
      else reject(done.error)
    }
    clock.in(latencyMs(), () => attempt(false))
  })
}

type Done<Answer> = { ok: true; answer: Answer } | { ok: false; error: unknown }

function attempted<Answer>(effect: () => Answer): Done<Answer> {
  try {
    return { ok: true, answer: effect() }
  } catch (error) {
    return { ok: false, error }
  }
}

const nameOfError = (error: unknown) => (error instanceof Error ? error.name : String(error))
