import type { KeyboardEvent } from 'react'

type Step = 'next' | 'previous'
const vertical: Record<string, Step> = { ArrowDown: 'next', ArrowUp: 'previous' }
const horizontal: Record<string, Step> = { ArrowRight: 'next', ArrowLeft: 'previous' }

/** The one after the one that has the focus; the last leads to the first. */
function beside(items: HTMLElement[], step: Step): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return items.at(step === 'next' ? 0 : -1)
  return items.at((at + (step === 'next' ? 1 : -1)) % items.length)
}

/**
 * Arrows, Home and End move the focus among the buttons of a menu. Buttons of one `fieldset` stand side by
 * side in one row, all others below each other.
 */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const focused = document.activeElement
  const row = all.filter((item) => item.closest('fieldset'))
  const inRow = row.find((item) => item === focused) ?? row[0]
  const rows = all.filter((item) => !row.includes(item) || item === inRow)
  const { [event.key]: down } = vertical
  const { [event.key]: along } = horizontal
  const to = down
    ? beside(rows, down)
    : along && focused?.closest('fieldset')
      ? beside(row, along)
      : { Home: all[0], End: all.at(-1) }[event.key]
  if (!to) return
  event.preventDefault()
  to.focus()
}
