/** Brings a message into sight, and shows which it is. Is it there at all? */
export function jumpTo(messageId: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-message-id="${CSS.escape(messageId)}"]`)
  if (!found) return false
  found.scrollIntoView({ block: 'center' })
  found.focus({ preventScroll: true })
  found.animate?.([{ backgroundColor: 'var(--color-chosen)' }, {}], 1_600)
  return true
}
