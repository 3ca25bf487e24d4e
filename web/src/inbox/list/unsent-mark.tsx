import { CircleAlert, CircleHelp } from 'lucide-react'
import type { Chat } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { Badge } from '../../ui/badge.tsx'

const narrow = 'min-w-6.5 shrink! px-1.5!'

/** Something of ours did not go out here, or nobody knows; it stays until somebody has dealt with it. */
export function UnsentMark({ chat: { unsent } }: { chat: Pick<Chat, 'unsent'> }) {
  const { list } = useText()
  if (!unsent) return null
  const { failed, unknown } = unsent
  // What certainly failed goes before what may have.
  return failed > 0 ? (
    <Badge tone="danger" data-testid="unsent" title={list.failed(failed)} className={narrow}>
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{list.failed(failed)}</span>
    </Badge>
  ) : (
    <Badge tone="warn" data-testid="unsent" title={list.unknown(unknown)} className={narrow}>
      <CircleHelp aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{list.unknown(unknown)}</span>
    </Badge>
  )
}
