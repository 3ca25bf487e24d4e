import type { Text } from '../text/en.ts'
import { wordsFor } from '../text/problem.ts'
import type { TeamWords } from '../text/team/en.ts'

interface Failure {
  code: string
  field?: string | undefined
}

/** Why nothing came of it, unless it is about one field. */
export const teamProblem = ({ code, field }: Failure, { problem }: TeamWords, text: Text) => {
  const key = field && field in problem ? field : code
  return key in problem ? problem[key as keyof typeof problem] : wordsFor(code, text)
}
