import { useState } from 'react'
import { contract, type Parked } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import type { HealthWords } from '../text/health/en.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { moment } from '../text/time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface Result {
  stored: number
  parked: number
}

/** One delivery: why it could not be read, what came, and what became of another try. */
export function ParkedItem({ item: { id, reason, receivedAt, path, body } }: { item: Parked }) {
  const text = useText()
  const { parked: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [shown, setShown] = useState(false)
  const [result, setResult] = useState<Result>()
  const done = result?.parked === 0
  return (
    <li
      data-testid="parked"
      className="grid min-w-0 gap-2 rounded-xl border border-line p-3 text-sm"
    >
      <div className="flex flex-wrap items-start gap-2">
        <p className="min-w-0 flex-1 basis-48 font-medium [overflow-wrap:anywhere]">{reason}</p>
        <Button size="small" look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </Button>
        {!done && (
          <Button
            size="small"
            disabled={busy}
            onClick={() =>
              void attempt(async () => setResult(await call(contract.replayParked, { id })))
            }
          >
            {words.again}
          </Button>
        )}
      </div>
      <p className="text-[13px] [overflow-wrap:anywhere] text-muted">
        <time dateTime={receivedAt}>{moment(receivedAt, text)}</time> · <code>{path}</code>
      </p>
      {result && <p role="status">{wordsOf(result, words)}</p>}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      {shown && (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard
          tabIndex={0}
          className="max-h-80 overflow-auto rounded-lg bg-canvas p-3 text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {readableBody(body)}
        </pre>
      )}
    </li>
  )
}

function wordsOf({ stored, parked }: Result, words: HealthWords['parked']): string {
  if (stored === 0 && parked === 0) return words.nothingNew
  return [stored > 0 && words.stored(stored), parked > 0 && words.still(parked)]
    .filter(Boolean)
    .join(' ')
}

function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
