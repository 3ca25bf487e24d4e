import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './class-names.ts'

const box =
  'w-full rounded-lg border border-edge/60 bg-raised px-3 text-ink placeholder:text-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-10 text-[15px]', className)} {...props} />
}

interface FrameProps {
  label: string
  hint?: string
}

interface Props extends ComponentProps<'input'>, FrameProps {
  /** Shown inside the box, at its end. */
  after?: ReactNode
}

export function Field({ label, hint, after, ...props }: Props) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint}>
      <Input id={id} aria-describedby={hint && `${id}-hint`} {...props} />
      {after && <div className="absolute inset-y-0 right-0.5 flex items-center">{after}</div>}
    </Frame>
  )
}

/** A field of several lines. */
export function AreaField({ label, hint, ...props }: ComponentProps<'textarea'> & FrameProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint}>
      <textarea
        id={id}
        aria-describedby={hint && `${id}-hint`}
        rows={3}
        className={cn(box, 'block py-2 text-[15px]')}
        {...props}
      />
    </Frame>
  )
}

function Frame({ id, label, hint, children }: FrameProps & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="relative">{children}</div>
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-muted">
          {hint}
        </p>
      )}
    </div>
  )
}
