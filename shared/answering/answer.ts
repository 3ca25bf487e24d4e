import type { Language } from '../preferences.ts'
import { cannedAnswer } from './canned.ts'
import { mentions } from './keywords.ts'
import type { BotTexts } from './texts.ts'

/** What is answered in the bot's own mode where no model writes, and whether it brings a person. */
export function answerTo(
  said: string,
  texts: Pick<BotTexts, 'canned' | 'fallback' | 'handover'>,
  usual?: Language,
): { text: string; handover?: Language } {
  const person = mentions(said, texts.handover.keywords)
  if (person) return { text: texts.handover.text[person], handover: person }
  return { text: cannedAnswer(said, texts, usual) }
}
