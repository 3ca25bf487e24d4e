import { SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { textLimit } from '../../../../shared/message.ts'
import { arrivedByKey } from '../../keyboard/arrival.ts'
import { useUser } from '../../session.ts'
import { useNameOf } from '../../team.ts'
import { useText } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { stopReplacing, useReplace } from '../replace.ts'
import { unquote, useReply } from '../reply.ts'
import { sendMessage } from '../store.ts'
import { draftText, keepDraftText } from './draft-text.ts'
import { Quoted } from './quoted.tsx'
import { Replaced } from './replaced.tsx'
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
  const area = useRef<HTMLTextAreaElement>(null)
  const quotedId = useReply((replies) => replies[chat.id])
  const replaced = useReplace((all) => all[chat.id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message that is written anew
  useEffect(() => {
    if (replaced) write(replaced.text)
  }, [replaced?.messageId])
  // Whoever chose what to answer, or to write anew, goes on here.
  useEffect(() => {
    if (quotedId || replaced) area.current?.focus()
  }, [quotedId, replaced])

  function write(written: string) {
    setText(written)
    keepDraftText(chat.id, written)
  }
  function send() {
    if (!sendable) return
    const replaces = replaced?.messageId
    void sendMessage({
      chatId: chat.id,
      text: text.trim(),
      seenSeq,
      ...(quotedId && { quotedId }),
      ...(replaces && { replaces }),
    })
    leave()
  }
  /** What stood here before somebody began to write a message anew stands here again. */
  function leave() {
    unquote(chat.id)
    stopReplacing(chat.id)
    write(replaced?.before ?? '')
  }
  function sendOnEnter(event: KeyboardEvent) {
    if (event.key === 'Escape' && (replaced || quotedId)) {
      event.preventDefault()
      replaced ? leave() : unquote(chat.id)
    }
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
      {replaced && <Replaced onCancel={leave} />}
      <Quoted chat={chat} />
      <div className="flex min-w-0 items-end gap-2">
        <textarea
          ref={area}
          data-testid="composer"
          aria-label={composer.label}
          placeholder={composer.placeholder}
          enterKeyHint="send"
          rows={1}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: a chat is opened to answer it; phones keep their keyboard down
          autoFocus={roomy() && !arrivedByKey()}
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
