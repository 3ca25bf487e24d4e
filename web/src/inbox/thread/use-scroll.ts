import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { heightOf, type Row } from './rows.ts'

/** Pixels from the end that still count as being there. */
const slack = 48
export const edgeHeight = 48
const foot = 16

/**
 * Only what is in sight is in the page. It opens at what is new, else at the end; stays at the end while new
 * messages come and the room for them changes; and whatever comes above, what is being read does not move.
 */
export function useScroll(rows: Row[], follow: boolean, setAtEnd: (atEnd: boolean) => void) {
  const scroller = useRef<HTMLDivElement>(null)
  const focused = useRef<string>(undefined)
  const pinned = useRef(true)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((at: number) => (rows[at] ? heightOf(rows[at]) : 0), [rows]),
    getItemKey: useCallback((at: number) => rows[at]?.key ?? at, [rows]),
    rangeExtractor: useCallback(
      (range: Range) => withFocused(range, rows, focused.current),
      [rows],
    ),
    initialOffset: () => rows.reduce((sum, row) => sum + heightOf(row), edgeHeight + foot),
    overscan: 8,
    paddingStart: edgeHeight,
    paddingEnd: foot,
    anchorTo: 'end',
    followOnAppend: follow,
    scrollEndThreshold: slack,
  })

  const look = () => {
    const it = scroller.current
    const isThere = !it || it.scrollHeight - it.clientHeight - it.scrollTop < slack
    setAtEnd(isThere)
    return isThere
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useLayoutEffect(() => {
    const at = rows.findIndex(({ is }) => is === 'new')
    if (at < 0) virtual.scrollToEnd()
    else virtual.scrollToIndex(at, { align: 'start' })
  }, [])
  useLayoutEffect(() => void look())
  useEffect(() => {
    const it = scroller.current
    if (!it) return
    const sizes = new ResizeObserver(() => pinned.current && virtual.scrollToEnd())
    sizes.observe(it)
    return () => sizes.disconnect()
  }, [virtual])

  return {
    scroller,
    virtual,
    onScroll: () => {
      pinned.current = look()
    },
    /** What has the focus keeps it, however far away somebody scrolls. */
    onFocus: (key: string | undefined) => {
      focused.current = key
    },
  }
}

function withFocused(range: Range, rows: Row[], focused: string | undefined): number[] {
  const inSight = defaultRangeExtractor(range)
  const at = focused === undefined ? -1 : rows.findIndex(({ key }) => key === focused)
  return at < 0 || inSight.includes(at) ? inSight : [...inSight, at].sort((a, b) => a - b)
}
