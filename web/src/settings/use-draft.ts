import { useState } from 'react'
import { useAttempt } from '../inbox/use-attempt.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What somebody is deciding, beside what holds until it is saved. */
export function useDraft<Value>(value: Value, save: (draft: Value) => Promise<void>) {
  const { attempt, busy, failure } = useAttempt()
  const [draft, setDraft] = useState<Value>()
  const [saved, setSaved] = useState(false)
  const changed = draft !== undefined && !same(draft, value)

  async function keep(action: () => Promise<void>) {
    setSaved(false)
    if (!(await attempt(action))) return
    setDraft(undefined)
    setSaved(true)
  }
  return {
    draft: draft ?? value,
    setDraft,
    changed,
    saved,
    busy,
    failure,
    save: () => void keep(() => save(draft ?? value)),
    /** Saves something else than the draft. */
    keep: (action: () => Promise<void>) => void keep(action),
  }
}
