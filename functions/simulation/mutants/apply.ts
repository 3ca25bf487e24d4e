import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A deliberate bug: one piece of a source file said otherwise. */
export interface Mutant {
  name: string
  /** From the root of the project. */
  file: string
  find: string
  replace: string
}

const root = join(import.meta.dirname, '../../..')

/** A mutant that does not fit its file exactly once would prove nothing, so it is an error. */
export function fits({ file, find }: Mutant): boolean {
  return readFileSync(join(root, file), 'utf8').split(find).length === 2
}

/** From here on the file is loaded with the bug in it. */
export function applyMutant(mutant: Mutant): void {
  const { name, file, find, replace } = mutant
  if (!fits(mutant)) throw new Error(`The mutant "${name}" does not fit ${file} exactly once`)
  const target = pathToFileURL(join(root, file)).href
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (url !== target) return loaded
      return { ...loaded, source: String(loaded.source).replace(find, () => replace) }
    },
  })
}
