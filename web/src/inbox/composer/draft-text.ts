const prefix = 'balas.draft.'

/** What somebody began to write and did not send, by chat. It outlives a reload, not a sign-out. */
export const draftText = (chatId: string): string => localStorage.getItem(prefix + chatId) ?? ''

export function keepDraftText(chatId: string, text: string): void {
  if (text) localStorage.setItem(prefix + chatId, text)
  else localStorage.removeItem(prefix + chatId)
}

export function forgetDraftTexts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix)) localStorage.removeItem(key)
  }
}
