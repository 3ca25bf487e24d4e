import { changePreferences } from './preferences.ts'
import { useSession } from './session.ts'
import { chooseLanguage, type Language, useLanguageName, useText } from './text/language.ts'
import { cn } from './ui/class-names.ts'

export const languageNames: Record<Language, string> = { en: 'English', id: 'Indonesia' }

export function LanguageSwitch({ className }: { className?: string }) {
  const text = useText()
  const language = useLanguageName()
  const known = useSession((it) => it.state === 'in')
  return (
    <fieldset className={cn('flex gap-1 rounded-lg bg-hover p-1', className)}>
      <legend className="sr-only">{text.language}</legend>
      {(Object.keys(languageNames) as Language[]).map((name) => (
        <button
          key={name}
          type="button"
          lang={name}
          aria-pressed={language === name}
          onClick={() =>
            void (known
              ? changePreferences({ language: name }).catch(() => {})
              : chooseLanguage(name))
          }
          className="h-7 rounded-md px-2.5 text-[13px] font-medium text-muted hover:text-ink aria-pressed:bg-chosen aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {languageNames[name]}
        </button>
      ))}
    </fieldset>
  )
}
