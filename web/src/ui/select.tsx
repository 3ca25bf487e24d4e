import { ChevronDown } from 'lucide-react'
import { cn } from './class-names.ts'

interface Props<Value extends string> {
  label: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
  className?: string
}

/** The browser's own list of choices, in our dress. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, className } = props
  return (
    <div className={cn('relative', className)}>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        className="h-9 w-full pointer-coarse:h-11 appearance-none rounded-lg border border-line bg-raised pr-7 pl-2.5 text-[13px] font-medium text-ink hover:bg-hover"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-4 text-muted"
      />
    </div>
  )
}
