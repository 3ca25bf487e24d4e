export const languages = ['en', 'id'] as const
export type Language = (typeof languages)[number]

export const languageKey = 'balas.language'

/** What was chosen here before, else what the browser prefers, else English. */
export const preferredLanguage = (wanted = navigator.languages): Language =>
  [localStorage.getItem(languageKey) ?? '', ...wanted]
    .map((tag) => languages.find((known) => known === tag.slice(0, 2)))
    .find(Boolean) ?? 'en'
