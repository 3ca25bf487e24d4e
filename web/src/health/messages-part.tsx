import type { Health, Undecided } from '../../../shared/health.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { reasonFor } from '../text/thread/reason.ts'
import { useThreadWords } from '../text/thread/use-thread-words.ts'
import { span, useNow } from '../text/time.ts'
import { ChatLink } from './chat-link.tsx'
import { Part } from './part.tsx'
import { Technical } from './technical.tsx'

/** Messages that failed, wait for long, or of which nobody knows: each with the way to its chat. */
export function MessagesPart({ health, well }: { health: Health; well: boolean }) {
  const { messages: words } = useHealthWords()
  const { unknown, failed, undecided } = health
  const named = undecided.filter(({ status }) => status !== 'queued').length
  const unnamed = unknown + failed - named
  return (
    <Part title={words.title} well={well}>
      {unknown > 0 && <p className="text-sm">{words.unknown(unknown)}</p>}
      {failed > 0 && <p className="text-sm">{words.failed(failed)}</p>}
      {unknown + failed + undecided.length === 0 && <p className="text-sm">{words.none}</p>}
      {undecided.length > 0 && (
        <ul className="grid gap-3">
          {undecided.map((it) => (
            <Message key={it.messageId} message={it} />
          ))}
        </ul>
      )}
      {undecided.length > 0 && unnamed > 0 && (
        <p className="text-[13px] text-muted">{words.more(unnamed)}</p>
      )}
    </Part>
  )
}

function Message({ message }: { message: Undecided }) {
  const text = useText()
  const { messages: words } = useHealthWords()
  const thread = useThreadWords()
  const now = useNow()
  const { sentAt, error } = message
  const status =
    message.status === 'unknown' || message.status === 'queued' ? message.status : 'failed'
  const reason = status === 'failed' ? reasonFor(error?.code, thread) : undefined
  return (
    <li
      data-testid="undecided"
      className="grid min-w-0 gap-1 rounded-xl border border-line p-3 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-3">
        <ChatLink chat={message} />
        <time dateTime={sentAt} className="ml-auto text-[13px] text-muted">
          {words.ago(span(sentAt, text, now))}
        </time>
      </div>
      <p className={status === 'failed' ? 'font-medium text-danger' : 'font-medium text-warn'}>
        {words.status[status]}
      </p>
      <p>{reason ?? words.remedy[status]}</p>
      {error && (
        <Technical>
          <p>
            <code>{error.code}</code> {error.message}
          </p>
        </Technical>
      )}
    </li>
  )
}
