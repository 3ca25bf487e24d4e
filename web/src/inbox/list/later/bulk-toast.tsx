import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useAction } from '../../../keyboard/actions.ts'
import type { Text } from '../../../text/en.ts'
import { useText } from '../../../text/language.ts'
import type { ListWords } from '../../../text/list/en.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { wordsFor } from '../../../text/problem.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { nameOf } from '../../name.ts'
import { type Bulk, undo } from './bulk.ts'
import { useSelection } from './selection.ts'

/** Long enough to read it and to reach for it; longer where something is to be read about. */
const shownMs = 12_000

const dismiss = () => useSelection.setState({ done: undefined })

/** What was done with several chats, what of it did not work, and the way back. */
export function BulkToast({ done }: { done: Bulk }) {
  const text = useText()
  const { bulk: words } = useListWords()
  const [held, setHeld] = useState(false)
  const { busy, failed, steps, what } = done
  const canUndo = !busy && what !== 'undone' && steps.length > 0
  useAction('chats.undo', canUndo ? () => void undo(done) : undefined)
  const stays = busy || held || failed.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done next is shown as long
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(dismiss, shownMs)
    return () => clearTimeout(timer)
  }, [stays, done])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether somebody is at it
    <div
      data-testid="bulk-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed inset-x-3 bottom-3 z-40 flex items-center gap-2 rounded-xl border border-line bg-raised p-2 pl-3.5 text-sm shadow-lg md:right-auto md:w-96"
    >
      <div role="status" className="grid min-w-0 flex-1 gap-0.5">
        {busy ? (
          <p>{words.busy}</p>
        ) : (
          (steps.length > 0 || failed.length === 0) && <p>{said(done, words)}</p>
        )}
        {failed.length > 0 && (
          <p className="text-danger">{words.failed(whoFailed(done, text, words))}</p>
        )}
      </div>
      {canUndo && (
        <Button size="small" onClick={() => void undo(done)}>
          {words.undo}
        </Button>
      )}
      <IconButton label={text.close} onClick={dismiss}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}

const said = ({ what, to = '', steps }: Bulk, words: ListWords['bulk']) =>
  what === 'assigned' ? words.assigned(steps.length, to) : words[what](steps.length)

const named = 3

function whoFailed({ failed }: Bulk, text: Text, words: ListWords['bulk']): string {
  const names = failed
    .slice(0, named)
    .map(({ chat, code }) => `${nameOf(chat, text)} (${why(code, text, words)})`)
    .join(', ')
  return failed.length > named ? words.more(names, failed.length - named) : names
}

function why(code: string, text: Text, words: ListWords['bulk']): string {
  if (code === 'changed') return words.changed
  const said = code === 'already_assigned' ? text.chat.takenByOther : wordsFor(code, text)
  return `${said.charAt(0).toLowerCase()}${said.slice(1)}`.replace(/\.$/, '')
}
