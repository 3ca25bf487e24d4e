import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

interface Props {
  changed: boolean
  saved: boolean
  busy: boolean
  problem?: ReactNode
  onSave: () => void
  /** There is something to go back to. */
  onUsual?: (() => void) | undefined
}

/** Whether what stands above is kept, and how to keep it. */
export function SaveBar({ changed, saved, busy, problem, onSave, onUsual }: Props) {
  const text = useText()
  const words = useSettingsWords()
  return (
    <div className="grid gap-3">
      {problem && <Notice>{problem}</Notice>}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="status" className="mr-auto text-[13px] text-muted">
          {changed ? words.unsaved : saved && words.saved}
        </p>
        {onUsual && (
          <Button look="quiet" size="small" disabled={busy} onClick={onUsual}>
            <RotateCcw aria-hidden className="size-3.5" />
            {words.usual}
          </Button>
        )}
        {(changed || busy) && (
          <Button look="primary" size="small" disabled={busy} onClick={onSave}>
            {text.save}
          </Button>
        )}
      </div>
    </div>
  )
}
