import type { ThreadWords } from './en.ts'

/** What kept the bot from answering. The server's own sentence, if it is not a known one. */
export function botProblemOf(said: string, { botProblem }: ThreadWords): string {
  const status = said.match(/^OpenAI answered (\d+)$/)?.[1]
  if (status) return botProblem.answered(status)
  const words: Record<string, string> = {
    'OpenAI took too long': botProblem.slow,
    'OpenAI could not be reached': botProblem.unreachable,
    'It answered 6 times in ten minutes': botProblem.often,
    'It answered 40 times today': botProblem.today,
    'The customer said the same 3 times': botProblem.alike,
    'The tokens of the day are used up': botProblem.tokens,
  }
  return words[said] ?? said
}
