import type { Language } from '../preferences.ts'

type Keywords = Record<Language, string[]>
const languages: Language[] = ['id', 'en']

/** Letters and digits only, lower case, single spaces: what people mean when they type in a hurry. */
export const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The language of the first keyword that stands in the text as whole words. */
export function mentions(text: string, keywords: Keywords): Language | undefined {
  const words = ` ${plain(text)} `
  return languages.find((language) =>
    keywords[language].some((keyword) => words.includes(` ${plain(keyword)} `)),
  )
}

/** The language of the keyword that is all the text says. */
export function isExactly(text: string, keywords: Keywords): Language | undefined {
  const words = plain(text)
  return languages.find((language) =>
    keywords[language].some((keyword) => plain(keyword) === words),
  )
}

const words: Record<Language, RegExp> = {
  en: /\b(the|is|are|you|your|my|what|when|please|have|do|does|can|i|want|need|order)\b/i,
  id: /\b(ada|apa|yang|saya|aku|mau|bisa|tolong|kak|gan|sudah|belum|kapan|ini|itu|dan|di|ya|gak|tidak)\b/i,
}

/** A guess for texts without a keyword: the shop's language, unless it reads like the other one. */
export function languageOf(text: string, usual: Language = 'id'): Language {
  const other = usual === 'id' ? 'en' : 'id'
  return words[other].test(text) ? other : usual
}
