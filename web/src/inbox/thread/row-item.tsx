import { memo, useCallback, useEffect, useRef } from 'react'
import type { Party } from '../who.ts'
import { Bubble } from './bubble.tsx'
import { Beginning, DayTitle } from './day.tsx'
import { DraftBubble } from './draft-bubble.tsx'
import { NewMark } from './new-mark.tsx'
import type { Row } from './rows.ts'

interface Props {
  row: Row
  party: Party
  index: number
  /** Pixels from the top of the thread. */
  start: number
  /** Somebody came here to see this one. */
  lit: boolean
  measure: (element: HTMLElement | null) => void
  onFocus: (key: string | undefined) => void
}

const litMs = 2_000

/** A line of the thread, where it belongs. */
export function RowItem({ row, party, index, start, lit, measure, onFocus }: Props) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!lit) return
    item.current?.querySelector<HTMLElement>('[data-message-id]')?.focus({ preventScroll: true })
    item.current?.animate?.([{ backgroundColor: 'var(--color-chosen)' }, {}], litMs)
  }, [lit])
  return (
    <li
      ref={useCallback(
        (element: HTMLLIElement | null) => {
          item.current = element
          measure(element)
        },
        [measure],
      )}
      data-index={index}
      onFocus={() => onFocus(row.key)}
      onBlur={() => onFocus(undefined)}
      className="absolute inset-x-0 top-0 rounded-lg px-3 pb-1 focus-within:z-2 hover:z-1 md:px-6"
      style={{ transform: `translateY(${start}px)` }}
    >
      <Content row={row} party={party} />
    </li>
  )
}

const Content = memo(function Content({ row, party }: Pick<Props, 'row' | 'party'>) {
  switch (row.is) {
    case 'beginning':
      return <Beginning />
    case 'day':
      return <DayTitle at={row.at} />
    case 'new':
      return <NewMark />
    case 'message':
      return <Bubble message={row.message} party={party} first={row.first} />
    case 'draft':
      return <DraftBubble draft={row.draft} party={party} first={row.first} />
    default:
      return row satisfies never
  }
})
