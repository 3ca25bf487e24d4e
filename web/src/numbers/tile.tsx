import { useId } from 'react'
import { Link } from 'wouter'
import { cn } from '../ui/class-names.ts'

interface Props {
  label: string
  value: string
  about?: string | undefined
  /** What opens what is behind it; nothing is behind a number that is none. */
  onOpen?: (() => void) | undefined
  href?: string
  warn?: boolean
}

const look =
  'grid min-w-0 content-start gap-0.5 rounded-xl border border-line bg-raised p-3 text-left'

/** A number, and what it is the number of. */
export function Tile({ label, value, about, onOpen, href, warn }: Props) {
  const id = useId()
  const inside = (
    <>
      <span id={`${id}-label`} className="text-[13px] text-muted">
        {label}
      </span>
      <span
        id={`${id}-value`}
        className={cn('text-xl font-semibold tracking-tight tabular-nums', warn && 'text-warn')}
      >
        {value}
      </span>
      {about && (
        <span id={`${id}-about`} className="text-[13px] text-muted tabular-nums">
          {about}
        </span>
      )}
    </>
  )
  if (href)
    return (
      <Link href={href} className={cn(look, 'hover:bg-hover')}>
        {inside}
      </Link>
    )
  if (!onOpen) return <div className={look}>{inside}</div>
  return (
    <button type="button" onClick={onOpen} className={cn(look, 'hover:bg-hover')}>
      {inside}
    </button>
  )
}
