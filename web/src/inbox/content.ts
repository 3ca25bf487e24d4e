import type { Message } from '../../../shared/message.ts'
import type { Text } from '../text/en.ts'

/** The name of a kind that is not plain text, for people. */
export function kindOf(kind: string, { kind: names }: Text): string {
  const known: Record<string, unknown> = names
  const name = kind === 'other' ? undefined : known[kind === 'ptt' ? 'voice' : kind]
  return typeof name === 'string' ? name : names.other(kind)
}

/** What a message says, in words alone. */
export const contentOf = ({ kind, text }: Pick<Message, 'kind' | 'text'>, words: Text): string =>
  kind === 'text' ? text : [kindOf(kind, words), text].filter(Boolean).join(': ')
