import type { Text } from './en.ts'

/** Words for a failed call, by its code. */
export function wordsFor(code: string, { problem }: Text): string {
  return Object.hasOwn(problem, code) ? problem[code as keyof typeof problem] : problem.unexpected
}
