import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { useText } from '../../text/language.ts'
import { clock } from '../../text/time.ts'
import { SpokenText } from './content/spoken-text.tsx'
import { Folded } from './folded.tsx'

/** What the team wrote for itself: unlike anything that was said to the customer. */
export function NoteBubble({ message }: { message: Message }) {
  const { thread } = useText()
  const user = useUser()
  const { userId, senderName, status } = message
  const writer = userId === user.id ? thread.you : (senderName ?? thread.agent)
  return <NoteFrame note={message} status={status} writer={writer} />
}

interface Props {
  note: Pick<Message, 'id' | 'chatId' | 'text' | 'sentAt'>
  status: Message['status'] | 'unsent'
  writer?: string
  below?: ReactNode
}

export function NoteFrame({ note: { id, chatId, text, sentAt }, status, writer, below }: Props) {
  const words = useText()
  const { note } = useComposerWords()
  return (
    <div
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
        <Folded text={text}>
          <SpokenText message={{ chatId, text }} />
        </Folded>
        <time
          dateTime={sentAt}
          className="float-right mt-1.5 ml-3 text-[11px] text-ink/70 tabular-nums"
        >
          {clock(sentAt, words)}
        </time>
      </div>
      {below}
    </div>
  )
}
