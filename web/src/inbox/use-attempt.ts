import { useState } from 'react'
import { ApiError, codeOf } from '../api-error.ts'

interface Failure {
  code: string
  /** On a conflict over a chat: who has it. */
  assigneeName?: string | undefined
  /** Which part of what was sent is wrong, as a path. */
  field?: string | undefined
}

/** One action at a time, and what went wrong with the last one. */
export function useAttempt() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function attempt(action: () => Promise<void>): Promise<boolean> {
    setBusy(true)
    setFailure(undefined)
    try {
      await action()
      return true
    } catch (error) {
      const { assigneeName, field } = error instanceof ApiError ? error.problem : {}
      setFailure({ code: codeOf(error), assigneeName, field })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { attempt, busy, failure, forget: () => setFailure(undefined) }
}
