import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { followed, opened, unseenIn } from './unseen.ts'

/** Above which message the new ones begin, and how many are out of sight below. `here`: the newest is before somebody's eyes. */
export function useUnseen({ unread }: Chat, messages: Message[], here: boolean) {
  const { id: me } = useUser()
  const [seen, setSeen] = useState(() => opened(messages, unread))
  const now = followed(seen, messages, here, me)
  if (now !== seen) setSeen(now)
  return { firstNew: now.firstNew, count: unseenIn(messages, now, me).length }
}
