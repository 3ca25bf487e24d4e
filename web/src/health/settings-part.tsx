import { useEffect, useId, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { Settings } from '../../../shared/settings.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Part } from './part.tsx'

/** What the shop decides. Each change is kept at once. */
export function SettingsPart() {
  const text = useText()
  const { settings: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [settings, setSettings] = useState<Settings>()
  const [saved, setSaved] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => void attempt(async () => setSettings(await call(contract.settings, {}))), [])

  const change = (fields: Partial<Settings>) => {
    setSaved(false)
    void attempt(async () => {
      setSettings(await call(contract.changeSettings, fields))
      setSaved(true)
    })
  }
  return (
    <Part title={words.title}>
      {settings ? (
        <>
          <Choice
            words={words.receipts}
            value={settings.readReceipts}
            onChoose={(readReceipts) => change({ readReceipts })}
          />
          <Choice
            words={words.reopen}
            value={settings.reopenAs}
            onChoose={(reopenAs) => change({ reopenAs })}
          />
          <Choice
            words={words.unassigned}
            value={settings.agentsSeeUnassigned ? 'shown' : 'hidden'}
            onChoose={(chosen) => change({ agentsSeeUnassigned: chosen === 'shown' })}
          />
          <p role="status" className="min-h-5 text-[13px] text-muted">
            {saved && !busy && words.saved}
          </p>
        </>
      ) : (
        busy && <Spinner label={text.loading} />
      )}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </Part>
  )
}

interface Props<Value extends string> {
  words: { label: string; options: Record<Value, string> }
  value: Value
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({
  words: { label, options },
  value,
  onChoose,
}: Props<Value>) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <span id={id} className="text-sm font-medium">
        {label}
      </span>
      <Select
        label={label}
        value={value}
        options={(Object.keys(options) as Value[]).map((name) => ({
          value: name,
          label: options[name],
        }))}
        onChange={onChoose}
        className="w-full"
      />
    </div>
  )
}
