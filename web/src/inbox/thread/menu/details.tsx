import type { Message } from '../../../../../shared/message.ts'
import { useText } from '../../../text/language.ts'
import { reasonFor } from '../../../text/thread/reason.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { isPlain, kindOf } from '../../content.ts'
import { Timeline } from './timeline.tsx'

/** What is known of a message besides what it says. */
export function Details({ message, writer }: { message: Message; writer: string }) {
  const text = useText()
  const words = useThreadWords()
  const { id, status, kind, error, recovered } = message
  const { details } = words
  const facts = [
    [details.writer, writer],
    [details.status, [text.status[status], reasonFor(error?.code, words) ?? error?.message]],
    [details.kind, !isPlain(kind) && kindOf(kind, text)],
    [words.recovered.mark, recovered && words.recovered.hint],
    [details.id, id],
  ] as const
  return (
    <>
      <Timeline message={message} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="min-w-0 [overflow-wrap:anywhere]">
                  {typeof value === 'string' ? value : value.filter(Boolean).join('. ')}
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
