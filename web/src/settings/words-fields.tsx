import type { BotTexts } from '../../../shared/answering/texts.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { AreaField } from '../ui/field.tsx'

const languages = ['id', 'en'] as const

interface Props {
  value: BotTexts['fallback']
  problemOf: (path: string) => string | undefined
  onChange: (value: BotTexts['fallback']) => void
}

/** One text in both languages. */
export function WordsFields({ value, problemOf, onChange }: Props) {
  const { bot } = useSettingsWords()
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {languages.map((language) => (
        <AreaField
          key={language}
          label={bot.text[language]}
          lang={language}
          value={value[language]}
          maxLength={1000}
          problem={problemOf(`text.${language}`)}
          onChange={({ target }) => onChange({ ...value, [language]: target.value })}
        />
      ))}
    </div>
  )
}
