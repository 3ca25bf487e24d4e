import { type Language, onSpeak, useLanguageName } from './language.ts'

/** The words of a part of the screen that comes later, in the language in use and no other. */
export interface Words<Table> {
  /** Whoever loads the part loads its words beside it. */
  load: () => Promise<void>
  /** Only below something that has loaded them. */
  use: () => Table
}

export function wordsOf<Table>(
  tables: Record<Language, () => Promise<{ words: Table }>>,
): Words<Table> {
  const loaded = new Map<Language, Table>()
  const load = async (language: Language) => {
    if (!loaded.has(language)) loaded.set(language, (await tables[language]()).words)
  }
  return {
    load: () => onSpeak(load),
    use: () => {
      const language = useLanguageName() ?? 'en'
      const table = loaded.get(language)
      if (!table) throw new Error(`The words of this part are not loaded in "${language}"`)
      return table
    },
  }
}
