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

/** What is still to go out, and what is stuck. */
export function QueuesPart({ health, well }: { health: Health; well: boolean }) {
  const text = useText()
  const { queues: words } = useHealthWords()
  const now = useNow()
  const { queues, oldestUnsentAt, unsent, channel } = health
  // Counted where they are stored: between the store and the queue, and while WhatsApp is lost, they wait too.
  const waiting = Math.max(unsent, oldestUnsentAt ? 1 : 0)
  const stuck = queues.bot.failed + queues.outbound.failed
  return (
    <Part title={words.title} {...((waiting === 0 || !well) && { well })}>
      <ul className="grid gap-2">
        <Queue name="outbound" waiting={waiting} failed={queues.outbound.failed} />
        <Queue name="bot" {...queues.bot} />
      </ul>
      {stuck > 0 && <Advice>{words.advice}</Advice>}
      {oldestUnsentAt && (
        <p className="text-sm">
          {words.oldest(span(oldestUnsentAt, text, now))}{' '}
          {channel.state === 'disconnected' && words.forChannel}
        </p>
      )}
    </Part>
  )
}

interface Props {
  name: keyof Health['queues']
  waiting: number
  failed: number
}

function Queue({ name, waiting, failed }: Props) {
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
        <span className="min-w-0 flex-1 basis-44">{words[name]}</span>
        <span className="text-muted tabular-nums">{words.waiting(waiting)}</span>
        {failed > 0 && (
          <>
            <span className="font-medium text-danger tabular-nums">{words.failed(failed)}</span>
            <Button size="small" disabled={busy} onClick={() => void attempt(again)}>
              {words.again}
            </Button>
          </>
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
