import type { Canned } from '../../../../../shared/canned.ts'

const asked = /(?:^|\s)\/([\p{L}\p{N}._-]*)$/u

/** Where a prepared reply is asked for right before the caret, and by which letters. */
export function slashIn(before: string): { from: number; query: string } | undefined {
  const query = asked.exec(before)?.[1]
  if (query === undefined) return undefined
  return { from: before.length - query.length - 1, query: query.toLowerCase() }
}

/** Those whose shortcut begins so, then those that have it anywhere. */
export function matching(items: Canned[], query: string): Canned[] {
  const starts = items.filter(({ shortcut }) => shortcut.startsWith(query))
  const others = items.filter(
    (item) =>
      !starts.includes(item) && `${item.shortcut} ${item.text}`.toLowerCase().includes(query),
  )
  return [...starts, ...others].slice(0, 50)
}
