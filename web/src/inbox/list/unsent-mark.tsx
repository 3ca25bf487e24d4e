import { CircleAlert, CircleHelp } from 'lucide-react'
import type { Chat } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { Badge } from '../../ui/badge.tsx'

/** Something of ours did not go out here, or nobody knows; it stays until somebody has dealt with it. */
export function UnsentMark({ chat: { unsent } }: { chat: Pick<Chat, 'unsent'> }) {
  const { list } = useText()
  if (!unsent) return null
  const { failed, unknown } = unsent
  // What certainly failed goes before what may have.
  return failed > 0 ? (
    <Badge tone="danger" data-testid="unsent">
      <CircleAlert aria-hidden className="size-3.5" />
      {list.failed(failed)}
    </Badge>
  ) : (
    <Badge tone="warn" data-testid="unsent">
      <CircleHelp aria-hidden className="size-3.5" />
      {list.unknown(unknown)}
    </Badge>
  )
}
