import { wordsOf } from '../words.ts'
import type { ProfileWords } from './en.ts'

export const { load: loadProfileWords, use: useProfileWords } = wordsOf<ProfileWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
