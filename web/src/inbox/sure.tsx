import { useText } from '../text/language.ts'
import { Button } from '../ui/button.tsx'

interface Props {
  question: string
  action: string
  disabled: boolean
  onSure: () => void
  onCancel: () => void
}

/** Asks once more before something that cannot be taken back. */
export function Sure({ question, action, disabled, onSure, onCancel }: Props) {
  const { cancel } = useText()
  return (
    <div className="grid gap-3">
      <p className="text-sm">{question}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        <Button look="primary" autoFocus disabled={disabled} onClick={onSure}>
          {action}
        </Button>
      </div>
    </div>
  )
}
