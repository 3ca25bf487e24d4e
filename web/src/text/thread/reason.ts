import type { ThreadWords } from './en.ts'

/** Why WhatsApp did not take something and what helps, by its code; undefined for a code nobody has heard of. */
export function reasonFor(code: string | undefined, { why }: ThreadWords): string | undefined {
  return code && Object.hasOwn(why, code) ? why[code as keyof typeof why] : undefined
}

/** The same for a change: a reaction cannot be shortened, and may be tried again without harm. */
export function changeReasonFor(code: string, words: ThreadWords): string | undefined {
  const { why } = words.pending
  return Object.hasOwn(why, code) ? why[code as keyof typeof why] : reasonFor(code, words)
}
