import { lazy, Suspense } from 'react'
import { useCounts } from '../sidebar/counts.ts'
import { loadFirstRunWords } from '../text/first-run/use-first-run-words.ts'

const FirstRun = lazy(async () => {
  const [{ FirstRun }] = await Promise.all([import('./first-run.tsx'), loadFirstRunWords()])
  return { default: FirstRun }
})

/** There is not a single chat that this user could see, closed ones included. */
export const useFirstRun = (): boolean =>
  useCounts(({ modes }) => Object.values(modes ?? { unknown: 1 }).every((count) => count === 0))

/** Most shops have chats: whoever does not need it never loads it. */
export const FirstRunLater = () => (
  <Suspense>
    <FirstRun />
  </Suspense>
)
