import { BellOff, Clock, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Chat, isUnanswered } from '../../../../shared/chat.ts'
import { usePreferences } from '../../preferences.ts'
import { useUser } from '../../session.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { brief, span, useNow } from '../../text/time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { cn } from '../../ui/class-names.ts'
import { useDrafts } from '../composer/draft-text.ts'
import { contentOf } from '../content.ts'
import { activityOf } from '../filter.ts'
import { nameOf } from '../name.ts'
import { usePresence } from '../presence.ts'
import { Ticks } from '../ticks.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { ModeBadge } from './mode-badge.tsx'
import { UnsentMark } from './unsent-mark.tsx'

/** Minutes after which a waiting customer stands out. */
const longWaitMs = 5 * 60_000

interface Props {
  chat: Chat
  open: boolean
  /** In the place of the picture. */
  children?: ReactNode
}

/** Who it is, what was said last, and what is to be known before one opens it. */
export function RowContent({ chat, open, children }: Props) {
  const text = useText()
  const now = useNow()
  const { id, unread, isGroup } = chat
  const name = nameOf(chat, text)
  const muted = usePreferences((it) => it.muted.includes(id))
  return (
    <>
      {children ? (
        <span className="grid size-11 shrink-0 place-items-center">{children}</span>
      ) : (
        <Picture chat={chat} name={name} />
      )}
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-baseline gap-2">
          {isGroup && (
            <span title={text.list.group} className="self-center text-muted">
              <UsersRound aria-hidden className="size-3.5" />
              <span className="sr-only">{text.list.group}</span>
            </span>
          )}
          <span className={cn('min-w-0 flex-1 truncate', unread ? 'font-semibold' : 'font-medium')}>
            {name}
          </span>
          {muted && (
            <span title={text.list.muted} className="self-center text-muted">
              <BellOff aria-hidden className="size-3.5" />
              <span className="sr-only">{text.list.muted}</span>
            </span>
          )}
          <time
            dateTime={activityOf(chat)}
            className="text-xs text-muted tabular-nums group-has-[button:focus-visible]/row:opacity-0 group-has-[button]/row:group-hover/row:opacity-0"
          >
            {brief(activityOf(chat), text, now)}
          </time>
        </span>
        <Preview chat={chat} open={open} />
        <Marks chat={chat} muted={muted} />
      </span>
    </>
  )
}

function Picture({ chat: { id, customer, channel }, name }: { chat: Chat; name: string }) {
  const { presence } = useText()
  const online = usePresence((all) => all[id]?.online)
  return (
    <span className="relative">
      <Avatar name={name} image={customer.avatar} />
      <ChannelMark channel={channel} className="absolute -right-1 -bottom-1" />
      {online && (
        <span
          title={presence.online}
          className="absolute top-0 right-0 size-3 rounded-full border-2 border-surface bg-accent"
        >
          <span className="sr-only">{presence.online}</span>
        </span>
      )}
    </span>
  )
}

/** However many there are, what did not go out gives way first, and the number of unread ones never. */
function Marks({ chat, muted }: { chat: Chat; muted: boolean }) {
  const text = useText()
  const now = useNow()
  const { mode, unread, waitingSince } = chat
  const waits = waitingSince && isUnanswered(chat) ? span(waitingSince, text, now) : undefined
  return (
    <span className="flex h-5 min-w-0 items-center gap-1.5 overflow-hidden">
      <ModeBadge mode={mode} />
      {waitingSince && waits && (
        <Badge
          tone={now - Date.parse(waitingSince) > longWaitMs ? 'warn' : 'plain'}
          title={text.list.waiting(waits)}
        >
          <Clock aria-hidden className="size-3" />
          <span aria-hidden>{waits}</span>
          <span className="sr-only">{text.list.waiting(waits)}</span>
        </Badge>
      )}
      <UnsentMark chat={chat} />
      {unread > 0 && (
        <Badge
          tone={muted ? 'plain' : 'accent'}
          className="ml-auto min-w-5 justify-center px-1.5 font-semibold"
        >
          <span aria-hidden>{unread > 99 ? '99+' : unread}</span>
          <span className="sr-only">{text.list.unread(unread)}</span>
        </Badge>
      )}
    </span>
  )
}

function Preview({ chat, open }: { chat: Chat; open: boolean }) {
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
