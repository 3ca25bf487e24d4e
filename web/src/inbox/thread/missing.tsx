import { Link } from 'wouter'
import { useShallow } from 'zustand/react/shallow'
import { hrefOf, usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Button } from '../../ui/button.tsx'
import type { Draft } from '../apply.ts'
import { draftsOf } from '../select.ts'
import { discard, useInbox } from '../store.ts'

/** Stands where a chat is not, or no longer for us; what we wrote in it and did not get away is not lost with it. */
export function Missing({ chatId, code }: { chatId: string; code: string }) {
  const text = useText()
  const { base, filter } = usePlace()
  const drafts = useInbox(useShallow((inbox) => draftsOf(inbox, chatId)))
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-4 overflow-y-auto p-6 text-center">
      <p>{code === 'not_found' ? text.thread.gone : wordsFor(code, text)}</p>
      {drafts.map((draft) => (
        <Kept key={draft.id} draft={draft} />
      ))}
      <Link href={hrefOf({ base, filter, customer: false })} className="text-accent underline">
        {text.thread.back}
      </Link>
    </div>
  )
}

function Kept({ draft: { id, text: said } }: { draft: Draft }) {
  const { doubt } = useText()
  const { menu } = useThreadWords()
  return (
    <section
      role="alert"
      className="grid w-full max-w-sm gap-2 rounded-lg bg-danger-soft p-3 text-left text-sm"
    >
      <p className="text-danger">{doubt.unsent}</p>
      <p className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words">{said}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onClick={() => void navigator.clipboard.writeText(said)}>
          {menu.copy}
        </Button>
        <Button size="small" look="quiet" onClick={() => discard(id)}>
          {doubt.discard}
        </Button>
      </div>
    </section>
  )
}
