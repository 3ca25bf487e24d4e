import { languageOf, mentions } from './keywords.ts'
import type { Texts } from './texts.ts'

/** The prepared answer that fits best, in the language the customer used; always one. */
export function cannedAnswer(text: string, { canned, fallback }: Texts): string {
  for (const answer of canned) {
    const language = mentions(text, answer.keywords)
    if (language) return answer.text[language]
  }
  return fallback[languageOf(text)]
}
