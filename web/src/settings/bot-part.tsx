import { useState } from 'react'
import type { BotTexts } from '../../../shared/answering/texts.ts'
import type { Language } from '../../../shared/preferences.ts'
import { Part } from '../page/part.tsx'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { AreaField } from '../ui/field.tsx'
import { CannedFields } from './canned-fields.tsx'
import { ReplyFields } from './reply-fields.tsx'
import { type BotShop, TextSection } from './text-section.tsx'
import { TryBot } from './try-bot.tsx'
import { WordsFields } from './words-fields.tsx'

type Props = Omit<BotShop, 'onDraft'> & { language: Language }

/** What the bot listens for and says, with a place to try it. */
export function BotPart({ language, ...shop }: Props) {
  const { bot: words, hours } = useSettingsWords()
  const [drafts, setDrafts] = useState<Partial<BotTexts>>({})
  const bot = {
    ...shop,
    onDraft: (draft: Partial<BotTexts>) => setDrafts((it) => ({ ...it, ...draft })),
  }
  return (
    <Part title={words.title} about={words.about}>
      <TryBot texts={{ ...shop.texts, ...drafts }} language={language} />
      <TextSection bot={bot} name="canned" title={words.canned} hint={words.cannedHint}>
        {(value, onChange, problemOf) => (
          <CannedFields value={value} onChange={onChange} problemOf={problemOf} />
        )}
      </TextSection>
      <TextSection bot={bot} name="fallback" title={words.fallback}>
        {(value, onChange, problemOf) => (
          <WordsFields value={value} onChange={onChange} problemOf={problemOf} />
        )}
      </TextSection>
      {(['handover', 'back'] as const).map((name) => (
        <TextSection
          key={name}
          bot={bot}
          name={name}
          title={words[name]}
          hint={name === 'back' ? words.backHint : words.handoverHint}
        >
          {(value, onChange, problemOf) => (
            <ReplyFields value={value} onChange={onChange} problemOf={problemOf} />
          )}
        </TextSection>
      ))}
      <TextSection bot={bot} name="away" title={hours.away} hint={hours.awayHint}>
        {(value, onChange, problemOf) => (
          <WordsFields value={value} onChange={onChange} problemOf={problemOf} />
        )}
      </TextSection>
      <TextSection bot={bot} name="instructions" title={words.ai} hint={words.instructionsHint}>
        {(value, onChange, problemOf) => (
          <AreaField
            label={words.instructions}
            rows={5}
            maxLength={4000}
            value={value}
            problem={problemOf('')}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </TextSection>
    </Part>
  )
}
