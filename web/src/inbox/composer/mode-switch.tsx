import { Lock, MessageCircle } from 'lucide-react'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { cn } from '../../ui/class-names.ts'
import { type Composing, compose } from './composing.ts'
import { draftKey, useDrafts } from './draft-text.ts'

const pictures = { reply: MessageCircle, note: Lock }

/** For whom one writes: the customer, or the team alone. */
export function ModeSwitch({ chatId, mode }: { chatId: string; mode: Composing }) {
  const words = useComposerWords()
  const waits = useDrafts((all) => Boolean(all[draftKey(chatId, true)])) && mode === 'reply'
  return (
    <fieldset className="flex rounded-lg bg-hover p-0.5">
      <legend className="sr-only">{words.mode.label}</legend>
      {(['reply', 'note'] as const).map((one) => {
        const Picture = pictures[one]
        return (
          <button
            key={one}
            type="button"
            aria-pressed={mode === one}
            data-testid={`compose-${one}`}
            onClick={() => compose(chatId, one)}
            className={cn(
              'flex h-7 items-center gap-1.5 rounded-md px-2.5 text-[13px] font-medium text-muted hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-xs pointer-coarse:h-11',
              one === 'note' && 'aria-pressed:bg-warn-soft! aria-pressed:text-warn!',
            )}
          >
            <Picture aria-hidden className="size-3.5" />
            {words.mode[one]}
            {one === 'note' && waits && (
              <span title={words.note.waiting} className="size-1.5 rounded-full bg-warn">
                <span className="sr-only">{words.note.waiting}</span>
              </span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
