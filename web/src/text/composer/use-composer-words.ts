import { wordsOf } from '../words.ts'
import type { ComposerWords } from './en.ts'

export const { load: loadComposerWords, use: useComposerWords } = wordsOf<ComposerWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
