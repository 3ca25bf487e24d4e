import { X } from 'lucide-react'
import type { Message } from '../../../../../shared/message.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { IconButton } from '../../../ui/button.tsx'

/** The ones that WhatsApp offers. */
const common = ['👍', '❤️', '😂', '😮', '😢', '🙏']

interface Props {
  message: Message
  disabled: boolean
  /** Empty takes it back. */
  onChoose: (emoji: string) => void
}

/** Our side has one reaction to a message; another one takes its place. */
export function Emojis({ message: { reactions = [] }, disabled, onChoose }: Props) {
  const { menu } = useThreadWords()
  const ours = reactions.find(({ sender }) => sender !== 'customer')?.emoji
  return (
    <fieldset className="flex flex-wrap justify-between">
      <legend className="sr-only">{menu.react}</legend>
      {common.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={menu.reactWith(emoji)}
          aria-pressed={emoji === ours}
          disabled={disabled}
          onClick={() => onChoose(emoji)}
          className="grid size-10 place-items-center pointer-coarse:size-11 rounded-full text-xl hover:bg-hover aria-pressed:bg-chosen"
        >
          {emoji}
        </button>
      ))}
      {ours && (
        <IconButton label={menu.unreact} disabled={disabled} onClick={() => onChoose('')}>
          <X aria-hidden className="size-4" />
        </IconButton>
      )}
    </fieldset>
  )
}
