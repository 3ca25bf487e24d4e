import type { ReactNode } from 'react'
import type { Message } from '../../../../shared/message.ts'
import { useLongPress } from '../../ui/use-long-press.ts'

interface Props {
  messageId: string
  sender: Message['sender']
  /** `unsent`: still in the outbox, and the last try failed. */
  status: Message['status'] | 'unsent'
  kind?: string
  /** It was not sent, and never will be. */
  dropped?: boolean
  first?: boolean
  /** Beside it. */
  aside?: ReactNode
  below?: ReactNode
  onLongPress?: () => void
  children: ReactNode
}

/** The customer on the left, our side on the right; the bot in its own colour. */
export function BubbleFrame(props: Props) {
  const { messageId, sender, status, kind, dropped, first, aside, below, onLongPress, children } =
    props
  const press = useLongPress(() => onLongPress?.())
  return (
    <div
      data-testid="message"
      data-message-id={messageId}
      data-sender={sender}
      data-status={status}
      data-kind={kind}
      data-first={first || undefined}
      data-dropped={dropped || undefined}
      tabIndex={-1}
      className="group relative flex flex-col items-end gap-1 rounded-lg data-first:mt-2 data-[sender=customer]:items-start"
    >
      <div className="flex w-full flex-row-reverse items-center gap-1 group-data-[sender=customer]:flex-row">
        <div
          {...(onLongPress && press)}
          className="max-w-[min(36rem,85%)] min-w-20 overflow-clip rounded-2xl rounded-tr-md bg-ours px-3 py-1.5 text-[15px] leading-snug shadow-xs group-data-[sender=bot]:bg-bot group-data-[sender=customer]:rounded-tl-md group-data-[sender=customer]:rounded-tr-2xl group-data-[sender=customer]:bg-raised [-webkit-touch-callout:none] pointer-coarse:select-none"
        >
          {children}
        </div>
        {aside}
      </div>
      {below}
    </div>
  )
}
