import { useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { Health } from '../../../shared/health.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { span, useNow } from '../text/time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { loadHealth } from './health.ts'
import { Advice, Part } from './part.tsx'

/** What is still to go out, what failed, and what nobody knows. */
export function QueuesPart({ health, well }: { health: Health; well: boolean }) {
  const text = useText()
  const { queues: words } = useHealthWords()
  const now = useNow()
  const { queues, oldestUnsentAt, unknown } = health
  const failed = queues.bot.failed + queues.outbound.failed
  return (
    <Part title={words.title} well={well}>
      <ul className="grid gap-2">
        <Queue name="outbound" depth={queues.outbound} />
        <Queue name="bot" depth={queues.bot} />
      </ul>
      {failed > 0 && <Advice>{words.advice}</Advice>}
      <p className="text-sm">
        {oldestUnsentAt ? words.oldest(span(oldestUnsentAt, text, now)) : words.none}
      </p>
      <p className="text-sm">{unknown > 0 ? words.unknown(unknown) : words.noUnknown}</p>
      {unknown > 0 && <Advice>{words.unknownAdvice}</Advice>}
    </Part>
  )
}

interface Props {
  name: keyof Health['queues']
  depth: Health['queues']['bot']
}

function Queue({ name, depth: { waiting, failed } }: Props) {
  const text = useText()
  const { queues: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [replayed, setReplayed] = useState<number>()
  const again = async () => {
    const answer = await call(contract.replayQueue, { queue: name })
    setReplayed(answer.replayed)
    await loadHealth()
  }
  return (
    <li className="grid gap-2 text-sm">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1">{words[name]}</span>
        <span className="text-muted tabular-nums">{words.waiting(waiting)}</span>
        <span
          className={failed ? 'font-medium text-danger tabular-nums' : 'text-muted tabular-nums'}
        >
          {words.failed(failed)}
        </span>
        {failed > 0 && (
          <Button size="small" disabled={busy} onClick={() => void attempt(again)}>
            {words.again}
          </Button>
        )}
      </div>
      {replayed !== undefined && (
        <p role="status" className="text-[13px] text-muted">
          {words.replayed(replayed)}
        </p>
      )}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </li>
  )
}
