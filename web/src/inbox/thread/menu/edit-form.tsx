import { type FormEvent, useState } from 'react'
import { textLimit } from '../../../../../shared/message.ts'
import { useText } from '../../../text/language.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { Button } from '../../../ui/button.tsx'
import { AreaField } from '../../../ui/field.tsx'

interface Props {
  text: string
  disabled: boolean
  onSave: (text: string) => void
  onCancel: () => void
}

/** Other words for what was said. */
export function EditForm({ text, disabled, onSave, onCancel }: Props) {
  const { save, cancel } = useText()
  const { menu } = useThreadWords()
  const [said, setSaid] = useState(text)
  const wanted = said.trim()
  const savable = wanted !== '' && wanted !== text && wanted.length <= textLimit

  function submit(event: FormEvent) {
    event.preventDefault()
    if (savable) onSave(wanted)
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <AreaField
        label={menu.edit}
        autoFocus
        maxLength={textLimit}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
        <Button type="submit" look="primary" disabled={disabled || !savable}>
          {save}
        </Button>
      </div>
    </form>
  )
}
