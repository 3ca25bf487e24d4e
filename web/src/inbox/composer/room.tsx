import { useComposerWords } from '../../text/composer/use-composer-words.ts'

/** From here on the room that is left is shown. */
const nearLimit = 200

export function Room({ room }: { room: number }) {
  const { composer } = useComposerWords()
  if (room >= nearLimit) return null
  return (
    <p role="status" className={`text-[13px] ${room < 0 ? 'text-danger' : 'text-muted'}`}>
      {room < 0 ? composer.over(-room) : composer.left(room)}
    </p>
  )
}
