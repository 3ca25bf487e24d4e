import type { ThreadWords } from './en.ts'

/** What kept the bot from answering. The server's own sentence, if it is not a known one. */
export function botProblemOf(said: string, { botProblem }: ThreadWords): string {
  const status = said.match(/^OpenAI answered (\d+)$/)?.[1]
  if (status) return botProblem.answered(status)
  if (said === 'OpenAI took too long') return botProblem.slow
  return said === 'OpenAI could not be reached' ? botProblem.unreachable : said
}
