import type { SettingsWords } from '../text/settings/en.ts'

/** What is wrong with one field, by its path: `canned.2.text.en`. */
export function fieldProblem(
  field: string | undefined,
  path: string,
  { problem }: SettingsWords,
): string | undefined {
  if (!field || (field !== path && !field.startsWith(`${path}.`))) return undefined
  const parts = field.split('.')
  const [last = ''] = parts.slice(-1)
  if (last in problem) return problem[last as keyof typeof problem]
  if (parts.includes('keywords')) return problem.keywords
  return parts[0] === 'hours' ? problem.hours : problem.text
}
