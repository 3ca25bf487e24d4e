import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { cn } from '../../ui/class-names.ts'
import { useDrafts } from '../composer/draft-text.ts'
import { contentOf } from '../content.ts'
import { usePresence } from '../presence.ts'
import { Ticks } from '../ticks.tsx'

/** What is being said in a chat, or what was said last. */
export function Preview({ chat, open }: { chat: Chat; open: boolean }) {
  const text = useText()
  const user = useUser()
  const { id, customer, lastMessage, assigneeId, unread } = chat
  const typing = usePresence((all) => all[id]?.typing)
  const draft = useDrafts((all) => (open ? '' : (all[id] ?? '').slice(0, 100)))
  if (typing) {
    const { presence } = text
    return (
      <span className="truncate text-sm text-accent">
        {typing === customer.name ? presence.typing : presence.typed(typing)}
      </span>
    )
  }
  // Where it is being written, it is seen anyway.
  if (draft)
    return (
      <span className="truncate text-sm text-muted">
        <span className="font-medium text-warn">{text.list.draft}: </span>
        {draft}
      </span>
    )
  if (!lastMessage)
    return <span className="truncate text-sm text-muted">{text.list.noMessage}</span>
  const { sender, status, dropped } = lastMessage
  const writer =
    sender === 'agent' && assigneeId === user.id ? text.list.you : writerOf(lastMessage, text)
  return (
    <span className={cn('flex items-center gap-1 text-sm', unread > 0 ? 'text-ink' : 'text-muted')}>
      {sender !== 'customer' && !dropped && <Ticks status={status} />}
      <span className="truncate">
        {dropped && `${text.list.dropped}: `}
        {writer && !dropped && `${writer}: `}
        {contentOf(lastMessage, text)}
      </span>
    </span>
  )
}

/** In a group several write; a customer of their own needs no name here. */
const writerOf = ({ sender, senderName }: NonNullable<Chat['lastMessage']>, { list }: Text) =>
  sender === 'customer' ? senderName : list[sender]
