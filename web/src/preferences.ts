import { create } from 'zustand'
import { meContract } from '../../shared/contract/me.ts'
import type { Preferences, PreferencesPatch } from '../../shared/preferences.ts'
import { call } from './api.ts'
import { chooseLanguage } from './text/language.ts'
import { applyTheme } from './ui/theme.ts'

const none: Preferences = { muted: [] }

/** What whoever is signed in likes, on every device; what was never chosen is left to this one. */
export const usePreferences = create<Preferences>(() => none)

/** Changed here since it was asked for: an answer that is older than that says nothing. */
let changes = 0

function adopt(preferences: Preferences) {
  const { language, theme } = preferences
  usePreferences.setState(preferences, true)
  if (theme) applyTheme(theme)
  if (language) void chooseLanguage(language)
}

export async function loadPreferences(): Promise<void> {
  const asked = changes
  const me = await call(meContract.me, {}).catch(() => undefined)
  if (me && asked === changes) adopt(me.preferences)
}

/** Holds here at once, and everywhere else once the server has it; if it cannot be kept, that is thrown. */
export async function changePreferences(patch: PreferencesPatch): Promise<void> {
  const asked = ++changes
  adopt(changed(usePreferences.getState(), patch))
  const preferences = await call(meContract.changeMe, patch)
  if (asked === changes) usePreferences.setState(preferences, true)
}

/** What was never chosen is null on the way, and nothing here. */
function changed(before: Preferences, patch: PreferencesPatch): Preferences {
  const { muted = before.muted, ...others } = { ...before, ...patch }
  const chosen = Object.entries(others).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(chosen), muted }
}

/** As `changePreferences`, where nobody waits to be told: without a network it holds here. */
export const prefer = (patch: PreferencesPatch) => void changePreferences(patch).catch(() => {})

export const forgetPreferences = () => usePreferences.setState(none, true)

export const preferencesNow = usePreferences.getState

export const isMuted = (chatId: string): boolean => preferencesNow().muted.includes(chatId)

export function toggleMuted(chatId: string): void {
  const { muted } = preferencesNow()
  const others = muted.filter((id) => id !== chatId)
  prefer({ muted: others.length < muted.length ? others : [...muted, chatId] })
}
