import { numberActs } from './number-acts.ts'
import { teamActs } from './team-acts.ts'

/** Everything people do, each at one moment of a story. */
export const acts = { ...numberActs, ...teamActs }

export type Act = keyof typeof acts
