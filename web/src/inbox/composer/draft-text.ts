import { create } from 'zustand'

const prefix = 'balas.draft.'
const ownerKey = 'balas.drafts-of'

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix))

/**
 * What somebody began to write and did not send, by `draftKey`. It outlives a reload, not a sign-out, and is
 * never shown to anybody else who signs in here.
 */
export const useDrafts = create<Record<string, string>>(() =>
  Object.fromEntries(
    kept().map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? '']),
  ),
)

/** A reply and a note are begun apart: what was meant for the team is in no box that sends. */
export const draftKey = (chatId: string, note = false): string => (note ? `note.${chatId}` : chatId)

export const draftText = (key: string): string => useDrafts.getState()[key] ?? ''

export function keepDraftText(key: string, text: string): void {
  useDrafts.setState(
    ({ [key]: _, ...others }) => (text ? { ...others, [key]: text } : others),
    true,
  )
  if (text) localStorage.setItem(prefix + key, text)
  else localStorage.removeItem(prefix + key)
}

export function forgetDraftTexts(): void {
  for (const key of [...kept(), ownerKey]) localStorage.removeItem(key)
  useDrafts.setState({}, true)
}

/** Whoever comes in finds their own drafts, and nobody else's. */
export function claimDraftTexts(userId: string): void {
  const owner = localStorage.getItem(ownerKey)
  if (owner && owner !== userId) forgetDraftTexts()
  localStorage.setItem(ownerKey, userId)
}
