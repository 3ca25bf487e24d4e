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
  changes++
  if (patch.theme) applyTheme(patch.theme)
  if (patch.language) void chooseLanguage(patch.language)
  const asked = changes
  const preferences = await call(meContract.changeMe, patch)
  if (asked === changes) usePreferences.setState(preferences, true)
}

export const forgetPreferences = () => usePreferences.setState(none, true)
