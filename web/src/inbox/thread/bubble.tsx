import { Bot, Smartphone } from 'lucide-react'
import { memo } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { clock } from '../../text/time.ts'
import { Ticks } from '../ticks.tsx'
import { BubbleFrame } from './bubble-frame.tsx'
import { Doubt } from './doubt.tsx'
import { KindLabel } from './kind-label.tsx'

interface Props {
  message: Message
  chat: Chat
  /** The first of several by the same person, which names them. */
  first: boolean
}

export const Bubble = memo(function Bubble({ message, chat, first }: Props) {
  const text = useText()
  const user = useUser()
  const { id, sender, status, kind, sentAt, quoted, reactions } = message
  const ours = sender !== 'customer'
  const writer = writerOf(message, chat, user.id, text)
  return (
    <BubbleFrame
      messageId={id}
      sender={sender}
      status={status}
      first={first}
      below={status === 'failed' || status === 'unknown' ? <Doubt message={message} /> : undefined}
    >
      {first && writer && (
        <p className="flex items-center gap-1 text-xs font-semibold text-ink/75">
          {sender === 'bot' && <Bot aria-hidden className="size-3.5 text-bot-ink" />}
          {sender === 'phone' && <Smartphone aria-hidden className="size-3.5" />}
          {writer}
        </p>
      )}
      {quoted && (
        <blockquote className="my-1 line-clamp-2 rounded-md border-l-3 border-accent bg-canvas/60 px-2 py-1 text-sm text-ink/75">
          {quoted.text ?? '…'}
        </blockquote>
      )}
      {kind !== 'text' && <KindLabel kind={kind} />}
      <span className="[overflow-wrap:anywhere] whitespace-pre-wrap">{message.text}</span>
      <span className="float-right mt-1.5 ml-3 flex items-center gap-1 text-[11px] text-ink/70 tabular-nums">
        <time dateTime={sentAt}>{clock(sentAt, text)}</time>
        {ours && <Ticks status={status} />}
      </span>
      {reactions && reactions.length > 0 && (
        <p className="clear-both text-sm">{reactions.map(({ emoji }) => emoji).join(' ')}</p>
      )}
    </BubbleFrame>
  )
})

/** Undefined for a customer with a number of their own, whose name stands above; in a group several write. */
function writerOf({ sender, userId, senderName }: Message, chat: Chat, me: string, text: Text) {
  if (sender === 'customer') return chat.customer.phone === null ? senderName : undefined
  if (sender === 'agent') return userId === me ? text.thread.you : (senderName ?? text.thread.agent)
  return text.thread[sender]
}
