import { wordsOf } from '../words.ts'
import type { SettingsWords } from './en.ts'

export const { load: loadSettingsWords, use: useSettingsWords } = wordsOf<SettingsWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
