import { logBug } from '../lib/log.ts'

/** A step whose failure keeps no other from its turn; undefined when it failed. */
export async function alone<Result>(step: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await step()
  } catch (error) {
    logBug(error)
    return undefined
  }
}
