import { Smile } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { useText } from '../../../text/language.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Spinner } from '../../../ui/spinner.tsx'

const load = () => import('./emoji-picker.tsx')
const EmojiPicker = lazy(async () => ({ default: (await load()).EmojiPicker }))

export function EmojiButton({ onPick }: { onPick: (emoji: string) => void }) {
  const text = useText()
  const { emoji } = useComposerWords()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<string>()
  // Closing gives the focus back to the button; only then it can go to where one writes.
  useEffect(() => {
    if (open || !picked) return
    setPicked(undefined)
    onPick(picked)
  }, [open, picked, onPick])
  return (
    <>
      <IconButton
        ref={button}
        label={emoji}
        data-testid="emoji"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={() => setOpen(true)}
      >
        <Smile aria-hidden className="size-5" />
      </IconButton>
      {open && (
        <Modal label={emoji} at={button.current} onClose={() => setOpen(false)} className="md:w-88">
          <Suspense fallback={<Spinner label={text.loading} />}>
            <EmojiPicker
              onPick={(emoji) => {
                setPicked(emoji)
                setOpen(false)
              }}
            />
          </Suspense>
        </Modal>
      )}
    </>
  )
}
