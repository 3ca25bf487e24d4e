import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Canned } from '../../../../../shared/canned.ts'
import { loadCanned, useCanned } from './canned.ts'
import { matching, slashIn } from './slash.ts'

export interface Slash {
  open: boolean
  /** Undefined until they have come. */
  items: Canned[] | undefined
  active: number
  setActive: (at: number) => void
  choose: (canned: Canned) => void
  /** True if the key was for the list. */
  keyed: (event: KeyboardEvent) => boolean
}

interface Box {
  text: string
  caret: number
  /** Off while notes are written, or nothing at all. */
  enabled: boolean
  put: (canned: Canned, from: number, to: number) => void
}

/** The prepared replies that are asked for with a slash where one writes. */
export function useSlash({ text, caret, enabled, put }: Box): Slash {
  const { items: all } = useCanned()
  const found = enabled ? slashIn(text.slice(0, caret)) : undefined
  const [letGo, setLetGo] = useState<number>()
  const [at, setActive] = useState(0)
  const open = found !== undefined && found.from !== letGo
  const items = all && matching(all, found?.query ?? '')
  const active = Math.min(at, Math.max(0, (items?.length ?? 0) - 1))
  useEffect(() => {
    if (open) void loadCanned()
  }, [open])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters, another list
  useEffect(() => setActive(0), [found?.query])
  const asks = found !== undefined
  useEffect(() => {
    if (!asks) setLetGo(undefined)
  }, [asks])

  const choose = (canned: Canned) => found && put(canned, found.from, caret)
  function keyed(event: KeyboardEvent): boolean {
    if (!open || event.nativeEvent.isComposing) return false
    const { key } = event
    if (key === 'Escape') {
      setLetGo(found?.from)
      return true
    }
    // What they are is not known yet: nobody means to send the slash.
    if (!items) return key === 'Enter'
    const chosen = items[active]
    if (!chosen) return false
    if (key === 'ArrowDown') setActive((active + 1) % items.length)
    else if (key === 'ArrowUp') setActive((active + items.length - 1) % items.length)
    else if ((key === 'Enter' && !event.shiftKey) || key === 'Tab') choose(chosen)
    else return false
    return true
  }
  return { open, items, active, setActive, choose, keyed }
}
