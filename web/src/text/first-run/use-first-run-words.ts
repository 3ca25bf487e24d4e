import { wordsOf } from '../words.ts'
import type { FirstRunWords } from './en.ts'

export const { load: loadFirstRunWords, use: useFirstRunWords } = wordsOf<FirstRunWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
