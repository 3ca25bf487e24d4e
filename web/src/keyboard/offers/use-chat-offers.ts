import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { codeOf } from '../../api-error.ts'
import { assign, claim, markUnread, setMode } from '../../inbox/chat-actions.ts'
import { compose } from '../../inbox/composer/composing.ts'
import { toggleSelected } from '../../inbox/list/later/selection.ts'
import { useInbox } from '../../inbox/store.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { toggleMuted } from '../../preferences.ts'
import { useUser } from '../../session.ts'
import { useAction } from '../actions.ts'
import { arriveByKey } from '../arrival.ts'
import { step, stepToUnread } from '../step.ts'

interface ChatOffers {
  attempt: (action: () => Promise<void>) => void
  /** Why the last attempt did not work. */
  failure: string | undefined
}

/** What can be done by name with the chat that is open. */
export function useChatOffers(openBar: (page: 'mode' | 'assign') => void): ChatOffers {
  const user = useUser()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { chatId = '' } = place
  const chat = useInbox(({ chats }) => chats[chatId])
  const [failure, setFailure] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what went wrong in one chat is no news in the next
  useEffect(() => setFailure(undefined), [chatId])
  const mine = chat?.assigneeId === user.id
  const when = (is: boolean | undefined, run: () => void) => (is ? run : undefined)
  const attempt = (action: () => Promise<void>) => {
    setFailure(undefined)
    action().catch((error) => setFailure(codeOf(error)))
  }

  useAction('chat.next', () => step(1, user.id))
  useAction('chat.previous', () => step(-1, user.id))
  useAction('chat.unread', () => stepToUnread(user.id))
  useAction(
    'chat.leave',
    when(Boolean(chatId), () => {
      const { base, filter } = place
      navigate(hrefOf({ base, filter, customer: false }))
    }),
  )
  useAction(
    'chat.reply',
    when(Boolean(chat), () => {
      arriveByKey(false)
      compose(chatId, 'reply')
    }),
  )
  useAction(
    'chat.note',
    when(Boolean(chat), () => {
      arriveByKey(false)
      compose(chatId, 'note')
    }),
  )
  useAction(
    'chat.take',
    when(chat?.assigneeId === null, () => attempt(() => claim(chatId, user.id))),
  )
  useAction(
    'chat.release',
    when(mine, () => attempt(() => assign(chatId, null, user.id))),
  )
  useAction(
    'chat.assign',
    when(chat && user.role === 'admin', () => openBar('assign')),
  )
  useAction(
    'chat.mode',
    when(Boolean(chat), () => openBar('mode')),
  )
  useAction(
    'chat.close',
    when(chat && chat.mode !== 'closed', () => attempt(() => setMode(chatId, 'closed'))),
  )
  useAction(
    'chat.customer',
    when(Boolean(chat), () => {
      navigate(hrefOf({ ...place, customer: !place.customer }))
    }),
  )
  useAction(
    'chat.markUnread',
    when(chat && chat.lastSeq > 0, () => attempt(() => markUnread(chatId))),
  )
  useAction(
    'chat.select',
    when(Boolean(chat), () => toggleSelected(chatId)),
  )
  useAction(
    'chat.mute',
    when(Boolean(chat), () => toggleMuted(chatId)),
  )
  return { attempt, failure }
}
