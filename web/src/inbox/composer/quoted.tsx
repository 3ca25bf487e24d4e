import { X } from 'lucide-react'
import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { contentOf } from '../content.ts'
import { unquote, useReply } from '../reply.ts'
import { useInbox } from '../store.ts'
import { writerOf } from '../who.ts'

/** Which message the next reply will quote, above the box where it is written. */
export function Quoted({ chat }: { chat: Chat }) {
  const text = useText()
  const words = useThreadWords()
  const user = useUser()
  const quotedId = useReply((replies) => replies[chat.id])
  const message = useInbox(({ threads }) =>
    quotedId ? threads[chat.id]?.messages[quotedId] : undefined,
  )
  if (!message) return null
  return (
    <div className="flex items-center gap-2 rounded-lg border-l-3 border-accent bg-hover px-3 py-1.5 text-sm">
      <div className="min-w-0 flex-1">
        <p className="truncate text-xs font-semibold">
          {words.reply.to(writerOf(message, chat, user.id, { text, words }))}
        </p>
        <p className="truncate text-muted">{contentOf(message, text)}</p>
      </div>
      <IconButton label={words.reply.cancel} onClick={() => unquote(chat.id)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
