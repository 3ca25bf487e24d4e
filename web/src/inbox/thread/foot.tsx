import { ArchiveRestore } from 'lucide-react'
import type { Message } from '../../../../shared/message.ts'
import { useDisconnected } from '../../sidebar/counts.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { clock } from '../../text/time.ts'
import { Ticks } from '../ticks.tsx'

/** When it was said, how far it came, and whether it came by the back door. */
export function Foot({ message }: { message: Message }) {
  const text = useText()
  const { recovered, waitsForWhatsApp } = useThreadWords()
  const { sender, status, sentAt, deletedAt, droppedAt } = message
  const waits = useDisconnected() && status === 'queued'
  return (
    <span className="float-right mt-1.5 ml-3 flex items-center gap-1 text-[11px] text-ink/70 tabular-nums">
      {message.recovered && (
        <span title={recovered.hint} className="flex items-center gap-1">
          <ArchiveRestore aria-hidden className="size-3.5" />
          {recovered.mark}
        </span>
      )}
      {waits && <span>{waitsForWhatsApp}</span>}
      <time dateTime={sentAt}>{clock(sentAt, text)}</time>
      {sender !== 'customer' && !deletedAt && !droppedAt && (
        <span data-ticks>
          <Ticks status={status} />
        </span>
      )}
    </span>
  )
}
