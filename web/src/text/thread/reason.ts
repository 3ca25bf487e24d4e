import type { ThreadWords } from './en.ts'

/** Why WhatsApp did not take something and what helps, by its code; undefined for a code nobody has heard of. */
export function reasonFor(code: string | undefined, { why }: ThreadWords): string | undefined {
  return code && Object.hasOwn(why, code) ? why[code as keyof typeof why] : undefined
}
