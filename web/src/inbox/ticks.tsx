import { Check, CheckCheck, CircleAlert, CircleHelp, Clock3, type LucideIcon } from 'lucide-react'
import type { MessageStatus } from '../../../shared/message.ts'
import { useText } from '../text/language.ts'
import { cn } from '../ui/class-names.ts'

const pictures: Record<MessageStatus, LucideIcon> = {
  received: Check,
  queued: Clock3,
  sending: Clock3,
  unknown: CircleHelp,
  failed: CircleAlert,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  played: CheckCheck,
}

/** How far one of our messages has come. Blue is read, as on the phone. */
export function Ticks({ status }: { status: MessageStatus }) {
  const text = useText()
  const Picture = pictures[status]
  return (
    <span
      title={text.status[status]}
      data-status={status}
      className={cn(
        'shrink-0 opacity-70 data-[status=failed]:opacity-100 data-[status=played]:opacity-100 data-[status=read]:opacity-100 data-[status=unknown]:opacity-100',
        'data-[status=failed]:text-danger data-[status=played]:text-seen data-[status=read]:text-seen data-[status=unknown]:text-warn',
      )}
    >
      <Picture aria-hidden className="size-4" />
      <span className="sr-only">{text.status[status]}</span>
    </span>
  )
}
