import { type ReactNode, useState } from 'react'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'

const manyLetters = 1200
const manyLines = 25

/** Nobody wants to scroll past it each time. */
const isLong = (text: string) => text.length > manyLetters || text.split('\n').length > manyLines

/** A text of many screens shows its beginning, and the rest to whoever asks. */
export function Folded({ text, children }: { text: string; children: ReactNode }) {
  const { fold } = useThreadWords()
  const [isOpen, setOpen] = useState(false)
  if (!isLong(text)) return children
  return (
    <>
      <div className={isOpen ? undefined : 'max-h-96 overflow-hidden'}>{children}</div>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="mt-0.5 block text-xs font-medium underline underline-offset-2 pointer-coarse:min-h-11"
      >
        {isOpen ? fold.less : fold.more}
      </button>
    </>
  )
}
