import type { Text } from './en.ts'

/** Words for a failed call, by its code. */
export function wordsFor(code: string, { problem }: Text): string {
  return code in problem ? problem[code as keyof typeof problem] : problem.unexpected
}
