import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { contentOf } from '../content.ts'

/** Tells listeners what the customer just wrote; what was there when the chat opened is not read out. */
export function Spoken({ chat, messages }: { chat: Chat; messages: Message[] }) {
  const text = useText()
  const newest = messages.findLast(({ sender }) => sender === 'customer')
  const [known] = useState(newest?.id)
  return (
    <p aria-live="polite" className="sr-only">
      {newest && newest.id !== known
        ? text.thread.said(chat.customer.name, contentOf(newest, text))
        : ''}
    </p>
  )
}
