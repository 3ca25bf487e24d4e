import { useState } from 'react'
import type { Settings } from '../../../shared/settings.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { Part } from '../page/part.tsx'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Notice } from '../ui/notice.tsx'
import { Choice } from './choices.tsx'

interface Props {
  settings: Settings
  onChange: (fields: Partial<Settings>) => Promise<void>
}

/** What holds for all chats. Each choice is kept at once. */
export function ShopPart({ settings, onChange }: Props) {
  const text = useText()
  const words = useSettingsWords()
  const { attempt, busy, failure } = useAttempt()
  const [saved, setSaved] = useState(false)
  const change = async (fields: Partial<Settings>) => {
    setSaved(false)
    setSaved(await attempt(() => onChange(fields)))
  }
  return (
    <Part title={words.chats}>
      <Choice
        words={words.receipts}
        value={settings.readReceipts}
        onChoose={(readReceipts) => void change({ readReceipts })}
      />
      <Choice
        words={words.reopen}
        value={settings.reopenAs}
        onChoose={(reopenAs) => void change({ reopenAs })}
      />
      <Choice
        words={words.unassigned}
        value={settings.agentsSeeUnassigned ? 'shown' : 'hidden'}
        onChoose={(chosen) => void change({ agentsSeeUnassigned: chosen === 'shown' })}
      />
      <Choice
        words={words.language}
        value={settings.language}
        onChoose={(language) => void change({ language })}
      />
      <p role="status" className="min-h-5 text-[13px] text-muted">
        {saved && !busy && words.saved}
      </p>
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </Part>
  )
}
