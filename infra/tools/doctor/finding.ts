/** What was found of one thing, and what to do if it is not fine. */
export interface Finding {
  about: string
  state: 'fine' | 'note' | 'wrong'
  says: string
  todo?: string
}

export const fine = (about: string, says: string): Finding => ({ about, state: 'fine', says })
export const note = (about: string, says: string, todo?: string): Finding => ({
  about,
  state: 'note',
  says,
  todo,
})
export const wrong = (about: string, says: string, todo: string): Finding => ({
  about,
  state: 'wrong',
  says,
  todo,
})

const marks = { fine: '✓', note: '·', wrong: '✗' }

export const lineOf = ({ about, state, says, todo }: Finding): string =>
  `${marks[state]} ${about.padEnd(15)} ${says}${todo ? `\n${' '.repeat(18)}→ ${todo}` : ''}`

/** Since when, in words that say how long that is. */
export function ago(at: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 120) return `${minutes} min ago`
  return minutes < 48 * 60
    ? `${Math.floor(minutes / 60)} h ago`
    : `${Math.floor(minutes / 1440)} days ago`
}
