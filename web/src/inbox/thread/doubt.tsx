import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { reasonFor } from '../../text/thread/reason.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Button } from '../../ui/button.tsx'
import { replace } from '../replace.ts'
import { resolveMessage } from '../store.ts'
import { useAttempt } from '../use-attempt.ts'

/** A message that failed, or may have: what is known, what helps, and what a person can decide. */
export function Doubt({ message }: { message: Message }) {
  const { sender, error, droppedAt } = message
  if (droppedAt) return <Dropped message={message} />
  if (error?.code === 'taken_over') return <TakenOver />
  const ours = sender === 'bot' || sender === 'agent'
  return (
    <div className="grid max-w-[min(36rem,85%)] justify-items-end gap-1.5 text-right text-[13px]">
      <Reason message={message} />
      {/* What was sent from the phone is dealt with on the phone. */}
      {ours && <Decisions message={message} />}
    </div>
  )
}

function TakenOver() {
  const { doubt } = useText()
  return <p className="text-[13px] text-muted">{doubt.takenOver}</p>
}

function Dropped({ message: { status } }: { message: Message }) {
  const { doubt } = useText()
  return (
    <p data-testid="dropped" className="text-[13px] text-muted">
      {status === 'failed' ? doubt.dropped : doubt.droppedUnknown}
    </p>
  )
}

function Reason({ message: { status, error } }: { message: Message }) {
  const { doubt } = useText()
  const words = useThreadWords()
  if (status === 'unknown') return <p className="text-warn">{doubt.unknown}</p>
  const reason = reasonFor(error?.code, words)
  return (
    <p className="text-danger">
      {doubt.failed} {reason}
    </p>
  )
}

/** What certainly did not go out can be written anew; only what may have gone out can be called sent. */
function Decisions({ message }: { message: Message }) {
  const text = useText()
  const { attempt, busy, failure } = useAttempt()
  const { doubt } = text
  const failed = message.status === 'failed'
  const decide = (as: Parameters<typeof resolveMessage>[1]) => () =>
    void attempt(() => resolveMessage(message.id, as))
  return (
    <>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" disabled={busy} onClick={decide('resend')}>
          {failed ? text.tryAgain : doubt.resend}
        </Button>
        {failed ? (
          message.kind === 'text' && (
            <Button size="small" disabled={busy} onClick={() => replace(message)}>
              {doubt.edit}
            </Button>
          )
        ) : (
          <Button size="small" disabled={busy} onClick={decide('sent')}>
            {doubt.sent}
          </Button>
        )}
        <Button size="small" look="quiet" disabled={busy} onClick={decide('drop')}>
          {doubt.drop}
        </Button>
      </div>
      {failure && <p role="alert">{wordsFor(failure.code, text)}</p>}
    </>
  )
}
