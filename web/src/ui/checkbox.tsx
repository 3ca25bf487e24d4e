import { cn } from './class-names.ts'

interface Props {
  label: string
  /** What it is called where the label alone does not say it. */
  name?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
  className?: string
}

/** Yes or no. */
export function Checkbox({ label, name, checked, disabled, onChange, className }: Props) {
  return (
    <label
      className={cn(
        'flex min-h-9 cursor-pointer items-center gap-2.5 text-sm font-medium pointer-coarse:min-h-11',
        className,
      )}
    >
      <input
        type="checkbox"
        aria-label={name}
        checked={checked}
        disabled={disabled}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4.5 shrink-0 accent-accent max-md:min-h-0!"
      />
      {label}
    </label>
  )
}
