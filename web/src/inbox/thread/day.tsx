import { useText } from '../../text/language.ts'
import { dayTitle, useNow } from '../../text/time.ts'
import { cn } from '../../ui/class-names.ts'
import type { Row } from './rows.ts'

const look =
  'mx-auto w-fit rounded-full bg-raised px-3 py-1 text-xs font-medium text-muted shadow-sm'

/** Stands above the first message of a day. */
export function DayTitle({ at }: { at: string }) {
  const text = useText()
  const now = useNow()
  return (
    <div className="py-2">
      <h3 className={look}>{dayTitle(at, text, now)}</h3>
    </div>
  )
}

/** Stands above the first message there is. */
export function Beginning() {
  const { thread } = useText()
  return <p className="py-2 text-center text-[13px] text-muted">{thread.beginning}</p>
}

/** Tells while somebody scrolls which day it is they see. */
export function DayChip({ row, shown }: { row: Row | undefined; shown: boolean }) {
  const text = useText()
  const now = useNow()
  if (!row || row.is === 'day' || row.is === 'beginning') return null
  return (
    <p
      aria-hidden
      className={cn(
        look,
        'pointer-events-none absolute inset-x-0 top-2 z-10 opacity-0 motion-safe:transition-opacity',
        shown && 'opacity-100',
      )}
    >
      {dayTitle(row.at, text, now)}
    </p>
  )
}
