import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { pause } from '../invocation.ts'
import { isEntered, world } from '../world.ts'

const RealDate = Date

/** Tells virtual time while a world is played. */
class VirtualDate extends RealDate {
  constructor(...fields: unknown[]) {
    if (fields.length === 0) super(VirtualDate.now())
    else super(...(fields as [number]))
  }

  static override now() {
    return isEntered() ? Math.floor(world().clock.now) : RealDate.now()
  }
}

function fill<Bytes extends ArrayBufferView>(array: Bytes): Bytes {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  const { dice } = world()
  for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor(dice.next() * 256)
  return array
}

/** In a function of its own this would be a crash, and nobody would know of what. */
function unheard(reason: unknown) {
  const what = reason instanceof Error ? reason.stack : reason
  if (!isEntered()) throw reason
  world().violate('bug', `Nobody hears of ${what}`)
}

/** Takes time and chance away from this process, so that a seed alone decides what happens. */
export function patch() {
  process.on('unhandledRejection', unheard)
  // It was told of already; without a listener Node would warn.
  process.on('rejectionHandled', () => undefined)
  const real = { random: Math.random, setTimeout, clearTimeout }
  globalThis.Date = VirtualDate as DateConstructor
  Math.random = () => (isEntered() ? world().dice.next() : real.random())
  globalThis.crypto.getRandomValues = ((array: ArrayBufferView) =>
    fill(array)) as Crypto['getRandomValues']
  Object.assign(crypto, { randomBytes: (size: number) => fill(Buffer.alloc(size)) })
  globalThis.setTimeout = ((run: () => void, ms = 0) =>
    isEntered() ? world().clock.in(ms, run) : real.setTimeout(run, ms)) as typeof setTimeout
  globalThis.clearTimeout = ((timer: unknown) =>
    typeof timer === 'function'
      ? timer()
      : real.clearTimeout(timer as never)) as typeof clearTimeout
  Object.assign(timers, { setTimeout: (ms = 0, value?: unknown) => pause(ms, value) })
  syncBuiltinESMExports()
  // A stand-in that takes too long says so itself.
  AbortSignal.timeout = () => new AbortController().signal
}
