import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '../ui/class-names.ts'

interface Props {
  picture: LucideIcon
  tone?: 'warn' | 'plain'
  children: ReactNode
  testId: string
}

/** One line above all else, for what concerns the whole screen. */
export function Bar({ picture: Picture, tone = 'plain', testId, children }: Props) {
  return (
    <div
      role="status"
      data-testid={testId}
      className={cn(
        'flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-2 text-sm',
        tone === 'warn' ? 'bg-warn-soft text-warn' : 'bg-raised',
      )}
    >
      <Picture aria-hidden className="size-4 shrink-0" />
      {children}
    </div>
  )
}
