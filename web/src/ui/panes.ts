/** The panes of a desk whose width one chooses, and how narrow and wide they get, in pixels. */
export const panes = {
  list: { least: 260, most: 520 },
  customer: { least: 240, most: 520 },
}
export type Pane = keyof typeof panes

const keyOf = (pane: Pane) => `balas.width.${pane}`
const put = (pane: Pane, width: string) =>
  document.documentElement.style.setProperty(`--${pane}-width`, width)

/** As wide as was chosen in this browser; where nothing was, the style sheet says. */
export function applyPanes(): void {
  for (const pane of Object.keys(panes) as Pane[]) {
    const width = Number(localStorage.getItem(keyOf(pane)))
    if (width) put(pane, `${width}px`)
  }
}

/** Answers how wide it is now. */
export function widen(pane: Pane, wanted: number): number {
  const { least, most } = panes[pane]
  const width = Math.round(Math.min(most, Math.max(least, wanted)))
  put(pane, `${width}px`)
  localStorage.setItem(keyOf(pane), String(width))
  return width
}

export function forgetWidth(pane: Pane): void {
  put(pane, '')
  localStorage.removeItem(keyOf(pane))
}
