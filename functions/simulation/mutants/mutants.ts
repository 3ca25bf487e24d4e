import type { Mutant } from './apply.ts'

/** Bugs that the simulation must find. Where one is found no more, the world gets stronger, not the list shorter. */
export const mutants: Mutant[] = []
