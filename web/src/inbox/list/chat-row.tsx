import { type ComponentProps, memo } from 'react'
import { Link } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { hrefOf, type Place } from '../../place.ts'
import { RowContent } from './row-content.tsx'

export const rowLook =
  'flex h-19 items-center gap-3 rounded-xl px-2.5 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=page]:bg-chosen has-checked:bg-chosen pointer-coarse:select-none'

/** By what a row is known. */
export const rowMarks = ({ id, mode, unread }: Chat) => ({
  'data-testid': 'chat-row',
  'data-chat-id': id,
  'data-mode': mode,
  'data-unread': unread,
})

type Heard = Pick<
  ComponentProps<'a'>,
  | 'onClick'
  | 'onContextMenu'
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onPointerCancel'
  | 'onPointerLeave'
>

interface Props {
  chat: Chat
  place: Place
  /** What else is to happen on it. */
  on?: Heard
}

/** A chat in the list, and the way to it. */
export const ChatRow = memo(function ChatRow({ chat, place, on }: Props) {
  const { id } = chat
  return (
    <Link
      href={hrefOf({ base: place.base, filter: place.filter, chatId: id, customer: false })}
      aria-current={place.chatId === id ? 'page' : undefined}
      {...rowMarks(chat)}
      {...on}
      className={rowLook}
    >
      <RowContent chat={chat} open={place.chatId === id} />
    </Link>
  )
})
