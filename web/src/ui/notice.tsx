import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

/** Says what went wrong, where it went wrong. */
export function Notice({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      role="alert"
      className={cn(
        'flex items-center gap-2 rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger',
        className,
      )}
    >
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}
