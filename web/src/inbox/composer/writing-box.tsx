import type { KeyboardEvent } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { arrivedByKey } from '../../keyboard/arrival.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { unquote } from '../reply.ts'
import { cannedListId, optionId } from './canned/canned-list.tsx'
import type { Slash } from './canned/use-slash.ts'
import { compose } from './composing.ts'
import { sayTyping } from './say-typing.ts'
import type { Box } from './use-box.ts'
import type { Sending } from './use-sending.ts'

const roomy = () => matchMedia('(min-width: 768px) and (hover: hover)').matches

interface Props {
  chat: Chat
  note: boolean
  box: Box
  slash: Slash
  sending: Sending
}

/** Enter sends, Shift+Enter begins a line; it grows with what is in it. Nobody is told who writes a note. */
export function WritingBox({ chat, note, box, slash, sending }: Props) {
  const { composer, note: words } = useComposerWords()
  const active = slash.open ? slash.items?.[slash.active] : undefined

  function keyed(event: KeyboardEvent) {
    if (slash.keyed(event)) return event.preventDefault()
    if (event.key === 'Escape') {
      if (note) compose(chat.id, 'reply')
      else if (sending.replaced) sending.leave()
      else unquote(chat.id)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    sending.send()
  }
  return (
    <textarea
      ref={box.area}
      data-testid="composer"
      aria-label={note ? words.label : composer.label}
      placeholder={note ? words.placeholder : composer.placeholder}
      aria-autocomplete={note ? undefined : 'list'}
      aria-controls={active && cannedListId}
      aria-activedescendant={active && optionId(active.id)}
      enterKeyHint="send"
      rows={1}
      value={box.text}
      // biome-ignore lint/a11y/noAutofocus: a chat is opened to answer it; phones keep their keyboard down
      autoFocus={roomy() && !arrivedByKey()}
      onChange={({ target }) => {
        box.write(target.value)
        box.setCaret(target.selectionStart)
        if (target.value && !note) sayTyping(chat.id)
      }}
      onSelect={({ currentTarget }) => box.setCaret(currentTarget.selectionStart)}
      onKeyDown={keyed}
      className="field-sizing-content max-h-40 min-h-11 w-0 min-w-0 flex-1 resize-none [overflow-wrap:anywhere] rounded-2xl border border-edge/60 bg-raised px-4 py-2.5 text-[15px] leading-snug placeholder:text-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1"
    />
  )
}
