import type { Mutant } from './apply.ts'
import { arriving } from './arriving.ts'
import { counting } from './counting.ts'
import { erasing } from './erasing.ts'
import { leaving } from './leaving.ts'
import { numbers } from './numbers.ts'
import { showing } from './showing.ts'

/** Bugs that the simulation must find. Where one is found no more, the world gets stronger, not the list shorter. */
export const mutants: Mutant[] = [
  ...arriving,
  ...counting,
  ...leaving,
  ...showing,
  ...numbers,
  ...erasing,
]
