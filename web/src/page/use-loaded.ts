import { useEffect, useState } from 'react'
import { useAttempt } from '../inbox/use-attempt.ts'

/** What a page shows is asked for when it opens, and again if that failed and somebody wants it. */
export function useLoaded<Value>(ask: () => Promise<Value>) {
  const { attempt, busy, failure } = useAttempt()
  const [value, setValue] = useState<Value>()
  const load = () => void attempt(async () => setValue(await ask()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(load, [])
  return { value, setValue, busy, failure, load }
}
