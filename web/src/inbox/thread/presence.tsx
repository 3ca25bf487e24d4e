import type { Chat } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { usePresence } from '../presence.ts'

/** Whether the customer is there, and who types. Passing news; nothing is shown when nobody knows. */
export function Presence({ chat: { id, customer } }: { chat: Chat }) {
  const { presence } = useText()
  const { typing, online } = usePresence((all) => all[id]) ?? {}
  if (!typing && !online) return null
  return (
    <span role="status" className="flex min-w-0 items-center gap-1 text-accent">
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-accent" />
      <span className="truncate">
        {typing
          ? typing === customer.name
            ? presence.typing
            : presence.typed(typing)
          : presence.online}
      </span>
    </span>
  )
}
