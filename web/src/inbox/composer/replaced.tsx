import { PencilLine, X } from 'lucide-react'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { IconButton } from '../../ui/button.tsx'

/** Says that what is written takes the place of a message that was not sent. */
export function Replaced({ onCancel }: { onCancel: () => void }) {
  const { replace } = useThreadWords()
  return (
    <div className="flex items-center gap-2 rounded-lg border-l-3 border-warn bg-warn-soft py-1 pr-1 pl-3 text-sm text-warn">
      <PencilLine aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{replace.what}</p>
      <IconButton label={replace.cancel} onClick={onCancel}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
