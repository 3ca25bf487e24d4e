import { wordsOf } from '../words.ts'
import type { HealthWords } from './en.ts'

export const { load: loadHealthWords, use: useHealthWords } = wordsOf<HealthWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
