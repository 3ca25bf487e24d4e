import type { ReactNode } from 'react'
import { useHealthWords } from '../text/health/use-health-words.ts'

/** What only an engineer wants to know, in the words of the machine. */
export function Technical({ children }: { children: ReactNode }) {
  const { detail } = useHealthWords()
  return (
    <details className="text-[13px] text-muted">
      <summary className="flex w-fit items-center gap-1 underline underline-offset-2">
        {detail}
      </summary>
      <div className="grid gap-2 [overflow-wrap:anywhere]">{children}</div>
    </details>
  )
}
