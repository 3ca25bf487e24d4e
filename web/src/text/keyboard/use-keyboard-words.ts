import { wordsOf } from '../words.ts'
import type { KeyboardWords } from './en.ts'

export const { load: loadKeyboardWords, use: useKeyboardWords } = wordsOf<KeyboardWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
