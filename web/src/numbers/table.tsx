import type { ReactNode } from 'react'
import { cn } from '../ui/class-names.ts'

interface Props {
  /** What the line is about; the others are numbers. */
  first?: boolean
  children: ReactNode
}

export const Head = ({ first, children }: Props) => (
  <th
    scope="col"
    className={cn('px-2 py-1.5 font-medium text-muted', first ? 'text-left' : 'text-right')}
  >
    {children}
  </th>
)

export const Cell = ({ first, children }: Props) =>
  first ? (
    <th scope="row" className="px-2 py-1 text-left font-medium">
      {children}
    </th>
  ) : (
    <td className="px-2 py-1 text-right tabular-nums">{children}</td>
  )

/** A number that opens what is behind it. */
export const NumberButton = ({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: ReactNode
}) => (
  <button
    type="button"
    aria-label={label}
    onClick={onClick}
    className="min-h-8 min-w-8 rounded-lg px-1 text-accent underline underline-offset-2 hover:bg-hover"
  >
    {children}
  </button>
)
