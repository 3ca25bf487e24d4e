import type { ReactNode } from 'react'
import type { Message } from '../../../../shared/message.ts'

interface Props {
  messageId: string
  sender: Message['sender']
  /** `unsent`: still in the outbox, and the last try failed. */
  status: Message['status'] | 'unsent'
  first?: boolean
  below?: ReactNode
  children: ReactNode
}

/** The customer on the left, our side on the right; the bot in its own colour. */
export function BubbleFrame({ messageId, sender, status, first, below, children }: Props) {
  return (
    <li
      data-testid="message"
      data-message-id={messageId}
      data-sender={sender}
      data-status={status}
      data-first={first || undefined}
      className="group flex flex-col items-end gap-1 data-first:mt-2 data-[sender=customer]:items-start"
    >
      <div className="max-w-[min(36rem,85%)] min-w-20 rounded-2xl rounded-tr-md bg-ours px-3 py-1.5 text-[15px] leading-snug shadow-xs group-data-[sender=bot]:bg-bot group-data-[sender=customer]:rounded-tl-md group-data-[sender=customer]:rounded-tr-2xl group-data-[sender=customer]:bg-raised">
        {children}
      </div>
      {below}
    </li>
  )
}
