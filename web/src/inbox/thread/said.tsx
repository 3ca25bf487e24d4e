import { Ban, History } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Above, Below, isShownAbove } from './content/carried.tsx'
import { SpokenText } from './content/spoken-text.tsx'
import { Folded } from './folded.tsx'
import { Versions } from './versions.tsx'

/** What a message says, or that it says nothing any more; what it said before is told to whoever asks. */
export function Said({ message }: { message: Message }) {
  const { role } = useUser()
  const { edited, deleted } = useThreadWords()
  const [asked, setAsked] = useState(false)
  const { text, content, editedAt, deletedAt } = message
  const { media } = content ?? {}
  const mayAsk = deletedAt ? role === 'admin' : editedAt
  return (
    <>
      {deletedAt ? (
        <span className="mr-2 inline-flex items-center gap-1.5 text-ink/75 italic">
          <Ban aria-hidden className="size-4 shrink-0" />
          {deleted.tombstone}
        </span>
      ) : (
        <>
          <Above message={message} />
          {text && !isShownAbove(message) && (
            <Words struck={message.droppedAt !== undefined}>
              <Folded text={text}>
                <SpokenText message={message} apart={Boolean(media)} />
              </Folded>
            </Words>
          )}{' '}
          <Below message={message} />
        </>
      )}
      {asked && <Versions message={message} />}
      {mayAsk && (
        <button
          type="button"
          aria-expanded={asked}
          title={asked ? edited.hide : deletedAt ? deleted.show : edited.show}
          onClick={() => setAsked(!asked)}
          className="mt-0.5 inline-flex items-center gap-1 text-xs text-ink/75 underline underline-offset-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <History aria-hidden className="size-3" />
          {deletedAt ? deleted.show : edited.mark}
        </button>
      )}
    </>
  )
}

const Words = ({ struck, children }: { struck: boolean; children: ReactNode }) =>
  struck ? <s className="text-ink/75">{children}</s> : children
