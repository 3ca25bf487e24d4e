import { type ComponentProps, useId } from 'react'
import { cn } from './class-names.ts'

const box =
  'w-full rounded-lg border border-edge/60 bg-raised px-3 text-ink placeholder:text-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-10 text-[15px]', className)} {...props} />
}

interface Props extends ComponentProps<'input'> {
  label: string
  hint?: string
  /** Shown inside the box, at its end. */
  after?: React.ReactNode
}

export function Field({ label, hint, after, ...props }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <Input id={id} aria-describedby={hint && `${id}-hint`} {...props} />
        {after && <div className="absolute inset-y-0 right-0.5 flex items-center">{after}</div>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
