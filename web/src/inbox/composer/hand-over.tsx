import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { Select } from '../../ui/select.tsx'
import type { useHandOver } from './use-hand-over.ts'

/** To whom the chat goes with the note, if to anybody. */
export function HandOver({ hand }: { hand: ReturnType<typeof useHandOver> }) {
  const words = useComposerWords()
  if (hand.options.length < 2) return null
  return (
    <Select
      label={words.hand.label}
      value={hand.chosen}
      options={hand.options}
      onChange={hand.choose}
      className="w-full max-w-96"
    />
  )
}
