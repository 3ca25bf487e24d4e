import { Bot, Smartphone } from 'lucide-react'
import { memo } from 'react'
import { isNote, type Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { isHappening } from '../select.ts'
import { type Party, writerOf } from '../who.ts'
import { BubbleFrame } from './bubble-frame.tsx'
import { Doubt } from './doubt.tsx'
import { Foot } from './foot.tsx'
import { Happening } from './happening.tsx'
import { MenuButton } from './menu/menu-button.tsx'
import { useMenu } from './menu/use-menu.ts'
import { NoteBubble } from './note-bubble.tsx'
import { Pending } from './pending.tsx'
import { Quote } from './quote.tsx'
import { Reactions } from './reactions.tsx'
import { Said } from './said.tsx'
import { Times } from './times.tsx'

interface Props {
  message: Message
  party: Party
  /** The first of several by the same person, which names them. */
  first: boolean
}

export const Bubble = memo(function Bubble(props: Props) {
  const { message } = props
  if (isNote(message)) return <NoteBubble message={message} />
  return isHappening(message) ? <Happening message={message} /> : <Spoken {...props} />
})

function Spoken({ message, party, first }: Props) {
  const text = useText()
  const words = useThreadWords()
  const user = useUser()
  const menu = useMenu(message.id)
  const { id, sender, status, kind, quoted, deletedAt, droppedAt } = message
  const writer = writerOf(message, party, user.id, { text, words })
  return (
    <BubbleFrame
      messageId={id}
      sender={sender}
      status={status}
      kind={kind}
      dropped={droppedAt !== undefined}
      first={first}
      onLongPress={menu.open}
      aside={<MenuButton message={message} writer={writer} menu={menu} />}
      below={
        <>
          <Times message={message} />
          {!deletedAt && <Reactions message={message} name={party.customer.name} />}
          <Pending message={message} />
          {(status === 'failed' || status === 'unknown') && !deletedAt && (
            <Doubt message={message} />
          )}
        </>
      }
    >
      {/* A customer with a chat of their own is named above it. */}
      {first && (sender !== 'customer' || party.isGroup) && (
        <p className="flex items-center gap-1 text-xs font-semibold text-ink/75">
          {sender === 'bot' && <Bot aria-hidden className="size-3.5 text-bot-ink" />}
          {sender === 'phone' && <Smartphone aria-hidden className="size-3.5" />}
          {writer}
        </p>
      )}
      {quoted && !deletedAt && <Quote party={party} quoted={quoted} />}
      <Said message={message} />
      <Foot message={message} />
    </BubbleFrame>
  )
}
