import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { contentOf } from '../content.ts'
import { isHappening } from '../select.ts'
import { writerOf } from '../who.ts'

/** So many are told, should they come at once. */
const most = 5

/** Tells listeners what others just wrote; what was there when the chat opened is not read out, nor what one said. */
export function Spoken({ chat, messages }: { chat: Chat; messages: Message[] }) {
  const text = useText()
  const words = useThreadWords()
  const { id: me } = useUser()
  const [known] = useState(messages.at(-1)?.order ?? '')
  const told = messages
    .slice(-most)
    .filter(({ order, sender, userId }) => order > known && !(sender === 'agent' && userId === me))
  return (
    <div aria-live="polite" aria-relevant="additions" className="sr-only">
      {told.map((message) => (
        <p key={message.id}>
          {isHappening(message)
            ? contentOf(message, text)
            : text.thread.said(
                writerOf(message, chat, me, { text, words }),
                contentOf(message, text),
              )}
        </p>
      ))}
    </div>
  )
}
