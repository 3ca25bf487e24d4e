import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { textLimit } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useNameOf } from '../../team.ts'
import { useText } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { unquote, useReply } from '../reply.ts'
import { sendMessage } from '../store.ts'
import { draftText, keepDraftText } from './draft-text.ts'
import { Quoted } from './quoted.tsx'
import { sayTyping } from './say-typing.ts'

/** From here on the room that is left is shown. */
const nearLimit = 200
const roomy = () => matchMedia('(min-width: 768px) and (hover: hover)').matches

/** Enter sends, Shift+Enter begins a line. What is not sent yet is kept for the next visit. */
export function Composer({ chat, seenSeq }: { chat: Chat; seenSeq: number }) {
  const { composer } = useText()
  const [text, setText] = useState(() => draftText(chat.id))
  const room = textLimit - text.trim().length
  const sendable = text.trim() !== '' && room >= 0

  function write(written: string) {
    setText(written)
    keepDraftText(chat.id, written)
  }
  function send() {
    if (!sendable) return
    const quotedId = useReply.getState()[chat.id]
    void sendMessage({ chatId: chat.id, text: text.trim(), seenSeq, ...(quotedId && { quotedId }) })
    unquote(chat.id)
    write('')
  }
  function sendOnEnter(event: KeyboardEvent) {
    if (event.key === 'Escape') unquote(chat.id)
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="grid grid-cols-1 gap-1.5 border-t border-line bg-surface px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-4"
    >
      <Hint chat={chat} />
      <Quoted chat={chat} />
      <div className="flex min-w-0 items-end gap-2">
        <textarea
          data-testid="composer"
          aria-label={composer.label}
          placeholder={composer.placeholder}
          enterKeyHint="send"
          rows={1}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: a chat is opened to answer it; phones keep their keyboard down
          autoFocus={roomy()}
          onChange={(event) => {
            write(event.target.value)
            if (event.target.value) sayTyping(chat.id)
          }}
          onKeyDown={sendOnEnter}
          className="field-sizing-content max-h-40 min-h-11 w-0 min-w-0 flex-1 resize-none [overflow-wrap:anywhere] rounded-2xl border border-edge/60 bg-raised px-4 py-2.5 text-[15px] leading-snug placeholder:text-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1"
        />
        <Button
          type="submit"
          look="primary"
          size="round"
          data-testid="send"
          aria-label={composer.send}
          title={composer.send}
          disabled={!sendable}
        >
          <SendHorizontal aria-hidden className="size-5" />
        </Button>
      </div>
      {room < nearLimit && (
        <p role="status" className={`text-[13px] ${room < 0 ? 'text-danger' : 'text-muted'}`}>
          {room < 0 ? composer.over(-room) : composer.left(room)}
        </p>
      )}
    </form>
  )
}

/** What a reply would change, before it is written. */
function Hint({ chat: { mode, assigneeId } }: { chat: Chat }) {
  const { composer, chat } = useText()
  const user = useUser()
  const name = useNameOf(assigneeId) ?? chat.somebody
  const hint =
    assigneeId && assigneeId !== user.id
      ? composer.other(name)
      : mode === 'bot'
        ? composer.bot
        : mode === 'closed' && composer.closed
  return hint ? <p className="px-1 text-[13px] text-muted">{hint}</p> : null
}
