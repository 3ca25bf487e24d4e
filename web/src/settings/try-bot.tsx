import { useState } from 'react'
import { answerTo } from '../../../shared/answering/answer.ts'
import type { BotTexts } from '../../../shared/answering/texts.ts'
import type { Language } from '../../../shared/preferences.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Field } from '../ui/field.tsx'

/** What the bot would answer, as the texts stand now. */
export function TryBot({ texts, language }: { texts: BotTexts; language: Language }) {
  const { bot } = useSettingsWords()
  const [said, setSaid] = useState('')
  return (
    <div className="grid gap-3 rounded-xl bg-canvas p-3">
      <Field
        label={bot.tryIt}
        hint={bot.tryHint}
        value={said}
        maxLength={300}
        onChange={({ target }) => setSaid(target.value)}
      />
      <div aria-live="polite" className="grid">
        {said.trim() && (
          <p
            data-testid="bot-answer"
            className="max-w-md justify-self-end rounded-2xl rounded-br-sm bg-bot px-3 py-2 text-[15px] whitespace-pre-line text-ink [overflow-wrap:anywhere]"
          >
            {answerTo(said, texts, language).text}
          </p>
        )}
      </div>
    </div>
  )
}
