import { Phone, PhoneMissed, Video } from 'lucide-react'
import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import type { ThreadWords } from '../../text/thread/en.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { clock } from '../../text/time.ts'
import { contentOf } from '../content.ts'

/** A call, or something WhatsApp itself tells: a line in the middle of the thread. */
export function Happening({ message }: { message: Message }) {
  const text = useText()
  const words = useThreadWords()
  const { id, sender, status, kind, content, sentAt } = message
  const { call } = content ?? {}
  const Picture =
    kind === 'call' && (call?.status === 'missed' ? PhoneMissed : call?.video ? Video : Phone)
  return (
    <div
      data-testid="message"
      data-message-id={id}
      data-sender={sender}
      data-status={status}
      data-kind={kind}
      tabIndex={-1}
      className="my-1 flex justify-center"
    >
      <p className="flex max-w-[85%] items-center gap-1.5 rounded-full bg-raised px-3 py-1 text-[13px] text-muted shadow-xs">
        {Picture && <Picture aria-hidden className="size-3.5 shrink-0" />}
        <span className="[overflow-wrap:anywhere]">
          {call ? callOf(call, words) : contentOf(message, text)}
        </span>
        <time dateTime={sentAt} className="tabular-nums">
          {clock(sentAt, text)}
        </time>
      </p>
    </div>
  )
}

function callOf({ status, video }: { status: string; video: boolean }, { call }: ThreadWords) {
  const how = video ? 'video' : 'voice'
  if (status === 'missed') return call.missed[how]
  if (status === 'initiated' || status === 'ringing') return call.ringing[how]
  return ['canceled', 'rejected', 'declined'].includes(status)
    ? call.canceled[how]
    : call.other[how]
}
