import { Pencil, Plus, Trash2, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ulid } from 'ulid'
import type { Canned } from '../../../../../shared/canned.ts'
import { useComposerWords } from '../../../text/composer/use-composer-words.ts'
import { useText } from '../../../text/language.ts'
import { wordsFor } from '../../../text/problem.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sure } from '../../sure.tsx'
import { useAttempt } from '../../use-attempt.ts'
import { deleteCanned, loadCanned, useCanned } from './canned.ts'
import { CannedForm } from './canned-form.tsx'

/** Where admins write the shop's prepared replies, above whatever is open. */
export function CannedManager({ onClose }: { onClose: () => void }) {
  const { close } = useText()
  const { canned } = useComposerWords()
  return (
    <Modal label={canned.list} onClose={onClose} className="md:w-[min(40rem,90vw)]">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 px-1 text-lg font-semibold">{canned.list}</h2>
        <IconButton label={close} onClick={onClose}>
          <X aria-hidden className="size-5" />
        </IconButton>
      </div>
      <CannedBook />
    </Modal>
  )
}

const blank = (): Canned => ({ id: ulid(), shortcut: '', text: '' })

/** All prepared replies, to be read, changed and added to. */
export function CannedBook() {
  const { canned } = useComposerWords()
  const { items = [], failed } = useCanned()
  const [edited, setEdited] = useState<Canned>()
  useEffect(() => void loadCanned(), [])
  if (edited)
    return <CannedForm key={edited.id} canned={edited} onDone={() => setEdited(undefined)} />
  return (
    <div className="grid gap-2">
      {failed && <Notice>{canned.failed}</Notice>}
      {items.length === 0 && !failed && <p className="px-1 text-sm text-muted">{canned.empty}</p>}
      <ul className="grid gap-1">
        {items.map((item) => (
          <Row key={item.id} item={item} onEdit={() => setEdited(item)} />
        ))}
      </ul>
      <Button
        look="primary"
        className="justify-self-start"
        data-testid="canned-add"
        onClick={() => setEdited(blank())}
      >
        <Plus aria-hidden className="size-4" />
        {canned.add}
      </Button>
    </div>
  )
}

function Row({ item, onEdit }: { item: Canned; onEdit: () => void }) {
  const text = useText()
  const { canned } = useComposerWords()
  const { attempt, busy, failure } = useAttempt()
  const [asking, setAsking] = useState(false)
  return (
    <li className="rounded-lg border border-line p-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1 px-1 text-sm">
          <p className="font-medium [overflow-wrap:anywhere]">/{item.shortcut}</p>
          <p className="line-clamp-3 [overflow-wrap:anywhere] whitespace-pre-wrap text-muted">
            {item.text}
          </p>
        </div>
        <IconButton label={canned.edit(item.shortcut)} onClick={onEdit}>
          <Pencil aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={canned.remove(item.shortcut)} onClick={() => setAsking(true)}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      {asking && (
        <Sure
          question={canned.sure(item.shortcut)}
          action={canned.removeNow}
          destructive
          disabled={busy}
          onCancel={() => setAsking(false)}
          onSure={() => attempt(() => deleteCanned(item.id))}
        />
      )}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </li>
  )
}
