import type { Random } from './time/random.ts'
import { world } from './world.ts'

/** All that can go wrong, and how often it does where it does at all. */
const usual = {
  /** A function dies at an outside call. */
  kill: 0.008,
  /** The same, so often that jobs fail for good. */
  crash: 0.05,
  /** It dies when it has written down what a message is called, and not yet what became of it. */
  halfWritten: 0.3,
  /** The bot alone: its model is slow, or takes all its memory. */
  botDies: 0.15,
  /** The table refuses, before anything is done. */
  throttled: 0.01,
  conflict: 0.03,
  unreachable: 0.005,
  /** The table did it, and its answer is lost: for good, or until the SDK's second attempt. */
  answerLost: 0.008,
  askedTwice: 0.015,
  slowTable: 0.03,
  staleRead: 0.3,
  queueRefuses: 0.3,
  queueAnswerLost: 0.04,
  jobTwice: 0.06,
  jobLate: 0.1,
  /** The provider, before it took a message. */
  sendRefused: 0.06,
  sendTooMany: 0.06,
  sendFails: 0.04,
  sendRejected: 0.02,
  /** The provider, after it took a message. */
  sendFailsAfter: 0.1,
  sendHangs: 0.05,
  sendSlow: 0.1,
  /** The echo of a send comes after its receipts. */
  echoLate: 0.3,
  /** All its receipts come at once, before anything else is heard of it. */
  receiptsQuick: 0.2,
  providerReadsFail: 0.1,
  deliveryTwice: 0.1,
  deliveryLate: 0.15,
  deliveryUnheard: 0.05,
  /** Never delivered at all; only the provider's history knows of it. */
  deliveryLost: 0.06,
  batched: 0.2,
  statusFailed: 0.03,
  loggedOut: 0.5,
  frameLost: 0.08,
  frameTwice: 0.05,
  frameLate: 0.1,
  frameRefused: 0.03,
  socketCut: 0.5,
  restAnswerLost: 0.05,
  tickTwice: 0.2,
}
export type Fault = keyof typeof usual

export interface Faults {
  /** Off while all comes to rest. */
  on: boolean
  rates: Partial<Record<Fault, number>>
  /** How often something went wrong. */
  struck: number
}

const all = Object.keys(usual) as Fault[]

/** Faults that meet at the same place; together they do what none does alone. */
const themes: Fault[][] = [
  ['kill', 'answerLost', 'askedTwice', 'conflict', 'slowTable', 'staleRead'],
  ['kill', 'answerLost', 'sendSlow', 'sendFailsAfter', 'sendHangs', 'deliveryLate', 'echoLate'],
  ['crash', 'sendSlow', 'sendFailsAfter', 'sendHangs', 'echoLate', 'receiptsQuick'],
  ['crash', 'sendFailsAfter', 'echoLate', 'receiptsQuick'],
  ['halfWritten', 'sendSlow', 'echoLate', 'receiptsQuick'],
  ['halfWritten', 'sendFailsAfter', 'receiptsQuick', 'tickTwice'],
  ['halfWritten', 'crash', 'sendSlow', 'echoLate', 'receiptsQuick'],
  ['crash', 'queueRefuses', 'queueAnswerLost', 'sendTooMany', 'sendSlow'],
  ['sendRejected', 'statusFailed', 'frameTwice'],
  ['sendRejected', 'statusFailed', 'sendSlow', 'frameLate'],
  ['botDies', 'jobTwice', 'deliveryTwice', 'frameLate'],
  ['crash', 'jobTwice', 'conflict', 'slowTable', 'sendFailsAfter', 'echoLate'],
  ['crash', 'deliveryTwice', 'deliveryLate', 'deliveryUnheard', 'batched', 'echoLate'],
  ['kill', 'deliveryLost', 'answerLost', 'sendFailsAfter', 'sendSlow', 'loggedOut'],
  ['kill', 'queueRefuses', 'queueAnswerLost', 'jobTwice', 'jobLate', 'sendTooMany', 'deliveryLate'],
  ['sendFails', 'sendRejected', 'sendRefused', 'sendFailsAfter', 'echoLate', 'jobLate', 'batched'],
  ['frameLost', 'frameTwice', 'frameLate', 'frameRefused', 'socketCut', 'restAnswerLost', 'kill'],
]

/** By these a browser may miss a push, and has to catch up before it shows everything. */
const unheard: Fault[] = [
  ...(['kill', 'crash', 'halfWritten', 'botDies', 'throttled', 'unreachable'] as const),
  ...(['answerLost', 'askedTwice', 'staleRead', 'queueRefuses', 'queueAnswerLost'] as const),
  ...(['deliveryLost', 'deliveryUnheard', 'frameLost', 'frameRefused'] as const),
  ...(['socketCut', 'restAnswerLost'] as const),
]

/** Does every push arrive in this world? */
export const isHeard = ({ rates }: Faults): boolean => unheard.every((kind) => !(kind in rates))

/** Some seeds are calm, some know one fault only, some a theme, some many, some all of them. */
function drawKinds(random: Random): { kinds: Fault[]; force: number } {
  const style = random.next()
  if (style < 0.1) return { kinds: [], force: 0 }
  if (style < 0.25) return { kinds: [random.pick(all)], force: random.between(1, 4) }
  if (style < 0.75) return { kinds: random.pick(themes), force: random.between(1, 4) }
  const share = style < 0.92 ? 0.3 : 1
  const kinds = all.filter((kind) => random.chance(share) && kind !== 'deliveryLost')
  return { kinds, force: random.between(0.5, 1.5) }
}

/** What goes wrong in a seed, and how often. */
export function drawFaults(random: Random): Faults {
  const { kinds, force } = drawKinds(random)
  return {
    on: true,
    struck: 0,
    rates: Object.fromEntries(kinds.map((kind) => [kind, Math.min(0.6, usual[kind] * force)])),
  }
}

/** Does it go wrong this time? */
export function strikes(kind: Fault): boolean {
  const { faults, random } = world()
  const does = faults.on && random.chance(faults.rates[kind] ?? 0)
  if (does) faults.struck++
  return does
}

/** Does whoever calls die of it? */
export const isFatal = (caller: string): boolean =>
  strikes('kill') || strikes('crash') || (caller === 'bot' && strikes('botDies'))
