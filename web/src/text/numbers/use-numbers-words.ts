import { wordsOf } from '../words.ts'
import type { NumbersWords } from './en.ts'

export const { load: loadNumbersWords, use: useNumbersWords } = wordsOf<NumbersWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
