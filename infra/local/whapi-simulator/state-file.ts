import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { State } from './state.ts'
import type { Delivery } from './webhook/delivery.ts'

const Saved = z.object({
  state: State,
  /** Deliveries that have not got their 200 yet. */
  waiting: z.array(z.custom<Delivery>((value) => typeof value === 'object' && value !== null)),
})
export type Saved = z.infer<typeof Saved>

/** What was saved last; undefined if nothing was, or if it cannot be read. */
export function load(file: string | undefined): Saved | undefined {
  if (!file || !existsSync(file)) return undefined
  try {
    return Saved.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.warn('whapi-simulator: the saved state cannot be read; starting afresh')
    return undefined
  }
}

/** A file is whole or as it was: the new one takes the old one's place at once. */
export function save(file: string, saved: Saved): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.tmp`, JSON.stringify(saved), { mode: 0o600 })
  renameSync(`${file}.tmp`, file)
}
