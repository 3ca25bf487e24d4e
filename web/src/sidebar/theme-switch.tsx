import { Monitor, Moon, Sun } from 'lucide-react'
import { changePreferences } from '../preferences.ts'
import { useText } from '../text/language.ts'
import { themes } from '../ui/chosen-theme.ts'
import { useTheme } from '../ui/theme.ts'

const pictures = { system: Monitor, light: Sun, dark: Moon }

export function ThemeSwitch() {
  const text = useText()
  const chosen = useTheme((it) => it.theme)
  return (
    <fieldset className="flex min-w-0 gap-1 rounded-lg bg-hover p-1">
      <legend className="sr-only">{text.sidebar.theme}</legend>
      {themes.map((name) => {
        const Picture = pictures[name]
        return (
          <button
            key={name}
            type="button"
            aria-label={text.theme[name]}
            title={text.theme[name]}
            aria-pressed={chosen === name}
            onClick={() => void changePreferences({ theme: name }).catch(() => {})}
            className="grid h-7 flex-1 place-items-center rounded-md text-muted hover:text-ink aria-pressed:bg-chosen aria-pressed:text-ink pointer-coarse:h-11"
          >
            <Picture aria-hidden className="size-4" />
          </button>
        )
      })}
    </fieldset>
  )
}
