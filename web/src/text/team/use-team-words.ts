import { wordsOf } from '../words.ts'
import type { TeamWords } from './en.ts'

export const { load: loadTeamWords, use: useTeamWords } = wordsOf<TeamWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
