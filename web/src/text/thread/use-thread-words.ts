import { useWords } from '../language.ts'
import { words as en } from './en.ts'
import { words as id } from './id.ts'

export const useThreadWords = () => useWords({ en, id })
