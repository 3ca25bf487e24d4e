import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { reasonFor } from '../../text/thread/reason.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Button } from '../../ui/button.tsx'
import { resolveMessage } from '../store.ts'
import { useAttempt } from '../use-attempt.ts'

/** A message that failed, or may have: what is known, what helps, and the two ways a person can decide. */
export function Doubt({ message: { id, status, error } }: { message: Message }) {
  const text = useText()
  const words = useThreadWords()
  const { attempt, busy, failure } = useAttempt()
  if (error?.code === 'taken_over')
    return <p className="text-[13px] text-muted">{text.doubt.takenOver}</p>
  const failed = status === 'failed'
  const reason = reasonFor(error?.code, words)
  return (
    <div className="grid max-w-[min(36rem,85%)] justify-items-end gap-1.5 text-right text-[13px]">
      <p className={failed ? 'text-danger' : 'text-warn'}>
        {failed ? text.doubt.failed : text.doubt.unknown}
        {failed && (reason ? ` ${reason}` : error?.message && ` (${error.message})`)}
      </p>
      <div className="flex gap-2">
        <Button
          size="small"
          disabled={busy}
          onClick={() => attempt(() => resolveMessage(id, 'resend'))}
        >
          {text.doubt.resend}
        </Button>
        <Button
          size="small"
          disabled={busy}
          onClick={() => attempt(() => resolveMessage(id, 'sent'))}
        >
          {text.doubt.sent}
        </Button>
      </div>
      {failure && <p role="alert">{wordsFor(failure.code, text)}</p>}
    </div>
  )
}
