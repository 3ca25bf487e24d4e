import { useState } from 'react'
import type { Reply } from '../../../shared/answering/texts.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { AreaField } from '../ui/field.tsx'
import { WordsFields } from './words-fields.tsx'

const languages = ['id', 'en'] as const

const wordsIn = (typed: string) =>
  typed
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean)

interface Props {
  value: Reply
  problemOf: (path: string) => string | undefined
  onChange: (value: Reply) => void
}

/** What is listened for, and what is said then. */
export function ReplyFields({ value, problemOf, onChange }: Props) {
  const { bot } = useSettingsWords()
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        {languages.map((language) => (
          <KeywordsField
            key={language}
            label={bot.keywords[language]}
            value={value.keywords[language]}
            problem={problemOf(`keywords.${language}`)}
            onChange={(words) =>
              onChange({ ...value, keywords: { ...value.keywords, [language]: words } })
            }
          />
        ))}
      </div>
      <WordsFields
        value={value.text}
        problemOf={problemOf}
        onChange={(text) => onChange({ ...value, text })}
      />
    </>
  )
}

interface KeywordsProps {
  label: string
  value: string[]
  problem: string | undefined
  onChange: (words: string[]) => void
}

/** A comma at the end is on its way to the next word: what is typed stays until the words are others. */
function KeywordsField({ label, value, problem, onChange }: KeywordsProps) {
  const { bot } = useSettingsWords()
  const [typed, setTyped] = useState(value.join(', '))
  const shown = wordsIn(typed).join() === value.join() ? typed : value.join(', ')
  return (
    <AreaField
      label={label}
      hint={bot.keywordsHint}
      rows={2}
      value={shown}
      problem={problem}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(wordsIn(target.value))
      }}
    />
  )
}
