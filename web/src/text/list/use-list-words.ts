import { wordsOf } from '../words.ts'
import type { ListWords } from './en.ts'

export const { load: loadListWords, use: useListWords } = wordsOf<ListWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
