import { wordsOf } from '../words.ts'
import type { AttentionWords } from './en.ts'

export const { load: loadAttentionWords, use: useAttentionWords } = wordsOf<AttentionWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
