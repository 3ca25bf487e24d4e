import type { Message, PendingAmendment } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import type { ThreadWords } from '../../text/thread/en.ts'
import { changeReasonFor } from '../../text/thread/reason.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Button } from '../../ui/button.tsx'
import { dropChange, edit, react, remove } from '../message-actions.ts'
import { useAttempt } from '../use-attempt.ts'

/** Changes that were asked for: those on their way, and those WhatsApp refused. */
export function Pending({ message }: { message: Message }) {
  const shown = (message.pending ?? []).filter((it) => it.error || it.kind !== 'reaction')
  return shown.map((it) =>
    it.error ? (
      <Refused key={it.kind} message={message} amendment={it} code={it.error.code} />
    ) : (
      <Asked key={it.kind} amendment={it} />
    ),
  )
}

function Asked({ amendment: { kind, value, userName } }: { amendment: PendingAmendment }) {
  const { pending } = useThreadWords()
  return (
    <div
      role="status"
      title={pending.by(userName)}
      className="max-w-[min(36rem,85%)] text-right text-[13px] text-muted group-data-[sender=customer]:text-left"
    >
      {pending[kind]}
      {kind === 'edit' && <span className="line-clamp-3 [overflow-wrap:anywhere]">{value}</span>}
    </div>
  )
}

interface Props {
  message: Message
  amendment: PendingAmendment
  code: string
}

function refusalOf({ kind, value }: PendingAmendment, { pending: { refused } }: ThreadWords) {
  if (kind !== 'reaction') return refused[kind]
  return value ? refused.reaction(value) : refused.unreaction
}

function Refused({ message, amendment, code }: Props) {
  const text = useText()
  const words = useThreadWords()
  const { attempt, busy, failure } = useAttempt()
  const { kind, value } = amendment
  const again = () =>
    kind === 'reaction'
      ? react(message, value)
      : kind === 'edit'
        ? edit(message, value)
        : remove(message)
  return (
    <div
      role="alert"
      className="grid max-w-[min(36rem,85%)] justify-items-end gap-1.5 text-right text-[13px] group-data-[sender=customer]:justify-items-start group-data-[sender=customer]:text-left"
    >
      <p className="text-danger">
        {refusalOf(amendment, words)} {changeReasonFor(code, words)}
      </p>
      <div className="flex gap-2">
        <Button size="small" disabled={busy} onClick={() => attempt(again)}>
          {text.tryAgain}
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={busy}
          onClick={() => attempt(() => dropChange(message, kind))}
        >
          {words.pending.drop}
        </Button>
      </div>
      {failure && <p>{wordsFor(failure.code, text)}</p>}
    </div>
  )
}
