import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { contentOf } from '../content.ts'
import { writerOf } from '../who.ts'

/** Tells listeners what the customer just wrote; what was there when the chat opened is not read out. */
export function Spoken({ chat, messages }: { chat: Chat; messages: Message[] }) {
  const text = useText()
  const words = useThreadWords()
  const user = useUser()
  const newest = messages.findLast(({ sender }) => sender === 'customer')
  const [known] = useState(newest?.id)
  return (
    <p aria-live="polite" className="sr-only">
      {newest && newest.id !== known
        ? text.thread.said(
            writerOf(newest, chat, user.id, { text, words }),
            contentOf(newest, text),
          )
        : ''}
    </p>
  )
}
