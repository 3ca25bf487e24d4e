import { useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { Parked } from '../../../shared/parked.ts'
import { call } from '../api.ts'
import { Sure } from '../inbox/sure.tsx'
import { useAttempt } from '../inbox/use-attempt.ts'
import type { HealthWords } from '../text/health/en.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { moment } from '../text/time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ChatLink } from './chat-link.tsx'
import { loadHealth } from './health.ts'
import { ParkedBody } from './parked-body.tsx'
import { hintOf, reasonOf } from './parked-words.ts'

interface Result {
  stored: number
  parked: number
}

const isJob = ({ path }: Parked) => path.startsWith('queue/')

/** What was set aside: why, what helps, what came, and what became of another try. */
export function ParkedItem({ item }: { item: Parked }) {
  const text = useText()
  const { parked: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [asks, setAsks] = useState(false)
  const [result, setResult] = useState<Result>()
  const { id, receivedAt, dismissed, chat } = item
  const waits = !dismissed && item.why?.code !== 'too_much' && result?.parked !== 0
  const hint = hintOf(item, words)
  const dismiss = async () => {
    await call(contract.dismissParked, { id })
    await loadHealth()
  }
  return (
    <li
      data-testid="parked"
      className="grid min-w-0 gap-2 rounded-xl border border-line p-3 text-sm"
    >
      <p className="font-medium [overflow-wrap:anywhere]">{reasonOf(item, words)}</p>
      {waits && hint && <p>{hint}</p>}
      <p className="text-[13px] text-muted">
        <time dateTime={receivedAt}>{moment(receivedAt, text)}</time>
        {dismissed && (
          <span className="block">
            {words.dismissed(dismissed.userName, moment(dismissed.at, text))}
          </span>
        )}
      </p>
      {chat && <ChatLink chat={chat} />}
      {waits && !asks && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            disabled={busy}
            onClick={() =>
              void attempt(async () => setResult(await call(contract.replayParked, { id })))
            }
          >
            {words.again}
          </Button>
          <Button size="small" disabled={busy} onClick={() => setAsks(true)}>
            {words.dismiss}
          </Button>
        </div>
      )}
      {waits && asks && (
        <Sure
          question={words.sure}
          action={words.dismiss}
          disabled={busy}
          onSure={() => void attempt(dismiss)}
          onCancel={() => setAsks(false)}
        />
      )}
      {result && <p role="status">{isJob(item) ? words.onItsWay : wordsOf(result, words)}</p>}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      <ParkedBody item={item} />
    </li>
  )
}

function wordsOf({ stored, parked }: Result, words: HealthWords['parked']): string {
  if (stored === 0 && parked === 0) return words.nothingNew
  return [stored > 0 && words.stored(stored), parked > 0 && words.still(parked)]
    .filter(Boolean)
    .join(' ')
}
