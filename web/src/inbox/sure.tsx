import { useText } from '../text/language.ts'
import { Button } from '../ui/button.tsx'

interface Props {
  question: string
  action: string
  disabled: boolean
  /** Something is gone afterwards. */
  destructive?: boolean
  onSure: () => void
  onCancel: () => void
}

/** Asks once more before something that cannot be taken back; whoever just presses Enter leaves it as it is. */
export function Sure({ question, action, disabled, destructive, onSure, onCancel }: Props) {
  const { cancel } = useText()
  return (
    <div className="grid gap-3">
      <p className="text-sm">{question}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button autoFocus onClick={onCancel}>
          {cancel}
        </Button>
        <Button look={destructive ? 'danger' : 'primary'} disabled={disabled} onClick={onSure}>
          {action}
        </Button>
      </div>
    </div>
  )
}
