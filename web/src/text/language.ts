import { create } from 'zustand'
import type { Text } from './en.ts'
import { type Language, languageKey } from './preferred.ts'

export type { Language } from './preferred.ts'

const tables: Record<Language, () => Promise<{ text: Text }>> = {
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
}

const useLanguage = create<{ language: Language; text: Text } | { language?: never; text?: never }>(
  () => ({}),
)

type Load = (language: Language) => Promise<void>
const later = new Set<Load>()
let wanted: Language | undefined

/** Only the language in use is loaded, with the words of every part that is there already. */
export async function speak(language: Language): Promise<void> {
  wanted = language
  const [{ text }] = await Promise.all([
    tables[language](),
    ...Array.from(later, (load) => load(language)),
  ])
  document.documentElement.lang = language
  useLanguage.setState({ language, text }, true)
}

/** Loads more words: now in the language in use or about to be, and again before each other one is spoken. */
export async function onSpeak(load: Load): Promise<void> {
  later.add(load)
  const { language } = useLanguage.getState()
  const soon = new Set([language, wanted])
  await Promise.all(Array.from(soon, (one) => one && load(one)))
}

export function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(languageKey, language)
  return speak(language)
}

export function useText(): Text {
  const text = useLanguage((it) => it.text)
  if (!text) throw new Error('No language is loaded yet')
  return text
}

/** For what is said outside of the page; undefined until a language is loaded. */
export const textNow = (): Text | undefined => useLanguage.getState().text

export const useLanguageName = () => useLanguage((it) => it.language)
