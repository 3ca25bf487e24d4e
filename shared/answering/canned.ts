import type { Language } from '../preferences.ts'
import { languageOf, mentions } from './keywords.ts'
import type { BotTexts } from './texts.ts'

/** The prepared answer that fits best, in the language the customer used; always one. */
export function cannedAnswer(
  text: string,
  { canned, fallback }: Pick<BotTexts, 'canned' | 'fallback'>,
  usual?: Language,
): string {
  for (const answer of canned) {
    const language = mentions(text, answer.keywords)
    if (language) return answer.text[language]
  }
  return fallback[languageOf(text, usual)]
}
