import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { heightOf, type Row } from './rows.ts'

/** Pixels from the end that still count as being there. */
const slack = 48
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
    initialOffset: () => rows.reduce((sum, row) => sum + heightOf(row), foot),
    measureElement: heightIn,
    overscan: 8,
    paddingEnd: foot,
    anchorTo: 'end',
    followOnAppend: follow,
    scrollEndThreshold: slack,
  })

  virtual.shouldAdjustScrollPositionOnItemSizeChange = isAbove

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

/** The same however it is asked, or lines would move by a pixel when they are asked again. */
const heightIn = (line: Element, entry?: ResizeObserverEntry) =>
  Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? line.getBoundingClientRect().height)

/**
 * What grows or shrinks above the first line in sight must not move it. Asked by its place among the lines, not by
 * pixels: those are of a moment ago when many lines are measured at once.
 */
function isAbove(
  { index, key, start }: VirtualItem,
  _delta: number,
  { range, itemSizeCache, scrollOffset }: Virtualizer<HTMLDivElement, Element>,
): boolean {
  const first = range?.startIndex ?? 0
  const isNew = !itemSizeCache.has(key)
  return index < first || (index === first && isNew && start < (scrollOffset ?? 0))
}

function withFocused(range: Range, rows: Row[], focused: string | undefined): number[] {
  const inSight = defaultRangeExtractor(range)
  const at = focused === undefined ? -1 : rows.findIndex(({ key }) => key === focused)
  return at < 0 || inSight.includes(at) ? inSight : [...inSight, at].sort((a, b) => a - b)
}
