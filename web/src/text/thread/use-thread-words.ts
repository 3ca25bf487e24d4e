import { wordsOf } from '../words.ts'
import type { ThreadWords } from './en.ts'

export const { load: loadThreadWords, use: useThreadWords } = wordsOf<ThreadWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
