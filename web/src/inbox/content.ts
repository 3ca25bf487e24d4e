import type { Message } from '../../../shared/message.ts'
import type { Text } from '../text/en.ts'

/** Kinds that are their words and little more. */
const plain = new Set([
  'text',
  'link_preview',
  'reply',
  'interactive',
  'buttons',
  'list',
  'hsm',
  'system',
])

export const isPlain = (kind: string): boolean => plain.has(kind)

/** The name of a kind that is not plain text, for people. */
export function kindOf(kind: string, { kind: names }: Text): string {
  const known: Record<string, unknown> = names
  const name = kind === 'other' ? undefined : known[kind === 'ptt' ? 'voice' : kind]
  return typeof name === 'string' ? name : names.other(kind)
}

/** What a message says, in words alone. */
export const contentOf = ({ kind, text }: Pick<Message, 'kind' | 'text'>, words: Text): string =>
  isPlain(kind) && text ? text : [kindOf(kind, words), text].filter(Boolean).join(': ')
