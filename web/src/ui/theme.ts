import { create } from 'zustand'
import { chosenTheme, showTheme, type Theme, themeKey } from './chosen-theme.ts'

export const useTheme = create<{ theme: Theme }>(() => ({ theme: chosenTheme() }))

/** Holds here and at the next visit. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme)
  showTheme(theme)
  useTheme.setState({ theme })
}
