import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { Numbers } from '../../../shared/numbers.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'

/** Which rows are behind a number. */
export type Behind =
  | { of: 'chats'; day?: string; hour?: string; by?: string; opened?: 'true' }
  | { of: 'answers'; day: string; hour?: string; by?: string; first?: 'true' }

const againMs = 60_000

/** The numbers of a day; asked for again once a minute while somebody looks. */
export function useNumbers(day: string | undefined) {
  const { attempt, failure } = useAttempt()
  const [numbers, setNumbers] = useState<Numbers>()
  const load = () => void attempt(async () => setNumbers(await call(contract.numbers, { day })))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each day
  useEffect(() => {
    load()
    const timer = setInterval(() => !document.hidden && load(), againMs)
    return () => clearInterval(timer)
  }, [day])
  const isOther = day && numbers && numbers.day !== day
  return { numbers: isOther ? undefined : numbers, failure, load }
}
