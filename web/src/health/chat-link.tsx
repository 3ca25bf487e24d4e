import { MessageCircle } from 'lucide-react'
import { Link } from 'wouter'
import type { ChatName } from '../../../shared/parked.ts'
import { nameOf } from '../inbox/name.ts'
import { hrefOf, usePlace } from '../place.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'

/** The way to the chat that something is about. */
export function ChatLink({ chat }: { chat: ChatName }) {
  const text = useText()
  const { messages } = useHealthWords()
  const { base } = usePlace()
  const name = nameOf(chat, text)
  const href = hrefOf({ base, chatId: chat.chatId, customer: false, filter: { view: 'all' } })
  return (
    <Link
      href={href}
      aria-label={messages.open(name)}
      className="inline-flex min-h-8 w-fit max-w-full min-w-0 items-center gap-1.5 rounded-lg font-medium text-accent underline underline-offset-2"
    >
      <MessageCircle aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{name}</span>
    </Link>
  )
}
