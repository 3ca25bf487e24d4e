import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './class-names.ts'

const box =
  'w-full rounded-lg border border-edge/60 bg-raised px-3 text-ink placeholder:text-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:-outline-offset-1 aria-invalid:border-danger'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-10 text-[15px]', className)} {...props} />
}

interface FrameProps {
  label: string
  hint?: string
  /** What is wrong with it. */
  problem?: string | undefined
}

interface Props extends ComponentProps<'input'>, FrameProps {
  /** Shown inside the box, at its end. */
  after?: ReactNode
}

export function Field({ label, hint, problem, after, ...props }: Props) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      <Input id={id} {...described(id, hint, problem)} {...props} />
      {after && <div className="absolute inset-y-0 right-0.5 flex items-center">{after}</div>}
    </Frame>
  )
}

/** A field of several lines. */
export function AreaField({
  label,
  hint,
  problem,
  ...props
}: ComponentProps<'textarea'> & FrameProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} hint={hint} problem={problem}>
      <textarea
        id={id}
        {...described(id, hint, problem)}
        rows={3}
        className={cn(box, 'block py-2 text-[15px]')}
        {...props}
      />
    </Frame>
  )
}

const described = (id: string, hint?: string, problem?: string) => ({
  'aria-describedby':
    [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': problem ? true : undefined,
})

function Frame({
  id,
  label,
  hint,
  problem,
  children,
}: FrameProps & { id: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className="text-sm font-medium [overflow-wrap:anywhere]">
        {label}
      </label>
      <div className="relative">{children}</div>
      {hint && (
        <p id={`${id}-hint`} className="text-[13px] text-muted">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} role="alert" className="text-[13px] text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
