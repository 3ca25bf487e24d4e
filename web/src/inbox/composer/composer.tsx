import { SendHorizontal } from 'lucide-react'
import type { Chat } from '../../../../shared/chat.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import { CannedButtons } from './canned/canned-button.tsx'
import { CannedList } from './canned/canned-list.tsx'
import { useSay } from './canned/use-say.ts'
import { useSlash } from './canned/use-slash.ts'
import { useComposing } from './composing.ts'
import { EmojiButton } from './emoji/emoji-button.tsx'
import { HandOver } from './hand-over.tsx'
import { Hint } from './hint.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { Quoted } from './quoted.tsx'
import { Replaced } from './replaced.tsx'
import { Room } from './room.tsx'
import { useBox } from './use-box.ts'
import { useSending } from './use-sending.ts'
import { WritingBox } from './writing-box.tsx'

interface Props {
  chat: Chat
  seenSeq: number
}

/** Where one writes: to the customer, or a note for the team. The two share no words and no colour. */
export function Composer({ chat, seenSeq }: Props) {
  const mode = useComposing((all) => all[chat.id] ?? 'reply')
  return <Writing key={`${chat.id} ${mode}`} chat={chat} seenSeq={seenSeq} note={mode === 'note'} />
}

function Writing({ chat, seenSeq, note }: Props & { note: boolean }) {
  const words = useComposerWords()
  const box = useBox(chat.id, note)
  const sending = useSending({ chat, seenSeq, note, box })
  const say = useSay(chat)
  const slash = useSlash({
    text: box.text,
    caret: box.caret,
    enabled: !note,
    put: ({ text: canned }, from, to) => box.put(say(canned), from, to),
  })
  const { submit } = sending
  return (
    <div
      data-composing={note ? 'note' : 'reply'}
      className={cn(
        'relative grid grid-cols-1 gap-1.5 border-t border-line bg-surface px-3 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-4',
        note && 'border-warn bg-warn-soft',
      )}
    >
      {slash.open && <CannedList slash={slash} say={say} />}
      <div className="flex items-center gap-1">
        <ModeSwitch chatId={chat.id} mode={note ? 'note' : 'reply'} />
        <span className="flex-1" />
        {!note && <CannedButtons onAsk={() => box.put(box.text.trim() ? ' /' : '/')} />}
        <EmojiButton onPick={(emoji) => box.put(emoji)} />
      </div>
      <Hint chat={chat} note={note} />
      {note && <HandOver hand={sending.hand} />}
      {!note && sending.replaced && <Replaced onCancel={sending.leave} />}
      {!note && <Quoted chat={chat} />}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          sending.send()
        }}
        className="flex min-w-0 items-end gap-2"
      >
        <WritingBox chat={chat} note={note} box={box} slash={slash} sending={sending} />
        <Button
          type="submit"
          look="primary"
          size={note ? 'large' : 'round'}
          data-testid="send"
          aria-label={note ? undefined : words.composer.send}
          title={note ? undefined : words.composer.send}
          disabled={!sending.sendable}
          className={cn(note && 'bg-warn text-surface')}
        >
          {note ? submit : <SendHorizontal aria-hidden className="size-5" />}
        </Button>
      </form>
      <Room room={sending.room} />
      {sending.problem && (
        <p role="alert" className="text-[13px] text-danger">
          {sending.problem}
        </p>
      )}
      <span className="sr-only" aria-live="polite">
        {note ? words.note.label : ''}
      </span>
    </div>
  )
}
