import { create } from 'zustand'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'balas.theme'

export const theme = (): Theme =>
  themes.find((name) => name === localStorage.getItem(key)) ?? 'system'

export const useTheme = create<{ theme: Theme }>(() => ({ theme: theme() }))

/** Light, dark, or whatever the device says. */
export function applyTheme(chosen = theme()): void {
  localStorage.setItem(key, chosen)
  document.documentElement.classList.remove(...themes)
  document.documentElement.classList.add(chosen)
  useTheme.setState({ theme: chosen })
}
