import type { ReactNode } from 'react'
import { cn } from './class-names.ts'

/** A place where something will stand. */
export const Bone = ({
  className,
  round = 'rounded-md',
}: {
  className: string
  round?: string
}) => <span className={cn('block bg-hover motion-safe:animate-pulse', round, className)} />

interface Props {
  /** Read out in its stead. */
  label: string
  className?: string
  children: ReactNode
}

/** The shape of what is on its way. */
export const Skeleton = ({ label, className, children }: Props) => (
  <div role="status" className={className}>
    <span className="sr-only">{label}</span>
    <div aria-hidden className="contents">
      {children}
    </div>
  </div>
)
