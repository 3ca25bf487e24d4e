import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One piece of a source file said otherwise. */
export interface Edit {
  /** From the root of the project. */
  file: string
  find: string
  replace: string
}

/** A deliberate bug; of more than one edit where two parts of our code look after the same thing. */
export interface Mutant {
  name: string
  edits: Edit[]
}

const root = join(import.meta.dirname, '../../..')

/** A mutant that does not fit its files, each edit exactly once, would prove nothing. */
export const fits = ({ edits }: Mutant): boolean =>
  edits.every(({ file, find }) => readFileSync(join(root, file), 'utf8').split(find).length === 2)

/** From here on the files are loaded with the bug in them. */
export function applyMutant(mutant: Mutant): void {
  if (!fits(mutant)) throw new Error(`The mutant "${mutant.name}" does not fit`)
  const edits = Map.groupBy(mutant.edits, ({ file }) => pathToFileURL(join(root, file)).href)
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const changed = (source: string, { find, replace }: Edit) =>
        source.replace(find, () => replace)
      const here = edits.get(url)
      return here ? { ...loaded, source: here.reduce(changed, String(loaded.source)) } : loaded
    },
  })
}
