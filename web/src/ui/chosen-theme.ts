export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeKey = 'balas.theme'

/** Light, dark, or whatever the device says. */
export const chosenTheme = (): Theme =>
  themes.find((name) => name === localStorage.getItem(themeKey)) ?? 'system'

export function showTheme(theme: Theme): void {
  const { classList, style } = document.documentElement
  classList.remove(...themes)
  classList.add(theme)
  // Also the empty page, before there is a style sheet.
  style.colorScheme = theme === 'system' ? '' : theme
}
