import { create } from 'zustand'
import type { Text } from './en.ts'

const tables = {
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
}
export type Language = keyof typeof tables

const key = 'balas.language'
const known = (tag: string): tag is Language => tag in tables

const useLanguage = create<{ language: Language; text: Text } | { language?: never; text?: never }>(
  () => ({}),
)

/** What was chosen here before, else what the browser prefers, else English. */
export const preferredLanguage = (wanted = navigator.languages): Language =>
  [localStorage.getItem(key) ?? '', ...wanted].map((tag) => tag.slice(0, 2)).find(known) ?? 'en'

/** Only the language in use is loaded. */
export async function speak(language: Language): Promise<void> {
  const { text } = await tables[language]()
  document.documentElement.lang = language
  useLanguage.setState({ language, text }, true)
}

export function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(key, language)
  return speak(language)
}

export function useText(): Text {
  const text = useLanguage((it) => it.text)
  if (!text) throw new Error('No language is loaded yet')
  return text
}

export const useLanguageName = () => useLanguage((it) => it.language)

/** The words of a part of the screen that comes later; it brings both languages along. */
export function useWords<Words>(words: Record<Language, Words>): Words {
  return words[useLanguageName() ?? 'en']
}
