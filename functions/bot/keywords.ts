import type { Language } from './texts.ts'

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

const english = /\b(the|is|are|you|your|my|what|when|please|have|do|does|can|i|want|need|order)\b/i

/** A guess for texts without a keyword: Indonesian unless it reads like English. */
export const languageOf = (text: string): Language => (english.test(text) ? 'en' : 'id')
