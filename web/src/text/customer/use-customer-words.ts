import { wordsOf } from '../words.ts'
import type { CustomerWords } from './en.ts'

export const { load: loadCustomerWords, use: useCustomerWords } = wordsOf<CustomerWords>({
  en: () => import('./en.ts'),
  id: () => import('./id.ts'),
})
