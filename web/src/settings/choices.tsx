import { useId } from 'react'
import { Select } from '../ui/select.tsx'

interface Props<Value extends string> {
  words: { label: string; options: Record<Value, string> }
  value: Value
  onChoose: (value: Value) => void
}

/** One of several, with its question above it. */
export function Choice<Value extends string>(props: Props<Value>) {
  const { words, value, onChoose } = props
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <span id={id} aria-hidden className="text-sm font-medium">
        {words.label}
      </span>
      <Select
        label={words.label}
        value={value}
        options={(Object.keys(words.options) as Value[]).map((name) => ({
          value: name,
          label: words.options[name],
        }))}
        onChange={onChoose}
        className="w-full"
      />
    </div>
  )
}
