import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { useText } from '../../text/language.ts'
import { clock } from '../../text/time.ts'
import { LinkedText } from './content/linked-text.tsx'

/** What the team wrote for itself: unlike anything that was said to the customer. */
export function NoteBubble({ message }: { message: Message }) {
  const { thread } = useText()
  const user = useUser()
  const { id, userId, senderName, text, sentAt, status } = message
  const writer = userId === user.id ? thread.you : (senderName ?? thread.agent)
  return <NoteFrame id={id} status={status} writer={writer} text={text} at={sentAt} />
}

interface Props {
  id: string
  status: Message['status'] | 'unsent'
  writer?: string
  text: string
  at: string
  below?: ReactNode
}

export function NoteFrame({ id, status, writer, text, at, below }: Props) {
  const words = useText()
  const { note } = useComposerWords()
  return (
    <li
      data-testid="message"
      data-message-id={id}
      data-sender="agent"
      data-status={status}
      data-kind="note"
      tabIndex={-1}
      className="group my-1 flex flex-col items-end gap-1 rounded-lg"
    >
      <div className="max-w-[min(36rem,85%)] min-w-20 overflow-clip rounded-lg border border-dashed border-warn/60 bg-warn-soft px-3 py-1.5 text-[15px] leading-snug">
        <p className="flex flex-wrap items-center gap-x-1.5 text-xs font-semibold text-warn">
          <Lock aria-hidden className="size-3.5" />
          {writer && <span>{writer}</span>}
          <span className="font-normal">{note.mark}</span>
        </p>
        <LinkedText text={text} />
        <time
          dateTime={at}
          className="float-right mt-1.5 ml-3 text-[11px] text-ink/70 tabular-nums"
        >
          {clock(at, words)}
        </time>
      </div>
      {below}
    </li>
  )
}
