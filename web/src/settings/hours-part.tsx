import { type Hours, usualHours } from '../../../shared/hours.ts'
import type { Settings } from '../../../shared/settings.ts'
import { Part } from '../page/part.tsx'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Choice } from './choices.tsx'
import { DayRow } from './day-row.tsx'
import { fieldProblem } from './problem.ts'
import { SaveBar } from './save-bar.tsx'
import { useDraft } from './use-draft.ts'

interface Props {
  settings: Settings
  onChange: (fields: Partial<Settings>) => Promise<void>
}

/** A Monday; the days of the week count on from it. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

const zones = () =>
  Object.fromEntries(Intl.supportedValuesOf('timeZone').map((name) => [name, name]))

/** When the shop is open, day by day. */
export function HoursPart({ settings, onChange }: Props) {
  const text = useText()
  const words = useSettingsWords()
  const { draft, setDraft, failure, ...bar } = useDraft(settings.hours, (hours) =>
    onChange({ hours }),
  )
  const day = new Intl.DateTimeFormat(text.tag, { weekday: 'long', timeZone: 'UTC' })
  const change = (fields: Partial<Hours>) => draft && setDraft({ ...draft, ...fields })
  const problem =
    failure && (fieldProblem(failure.field, 'hours', words) ?? wordsFor(failure.code, text))

  return (
    <Part title={words.hours.title} about={words.hours.about}>
      <Checkbox
        label={words.hours.on}
        checked={draft !== null}
        onChange={(on) => setDraft(on ? (settings.hours ?? usualHours) : null)}
      />
      {draft && (
        <>
          <ol className="grid gap-2">
            {draft.days.map((span, index) => (
              <DayRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is its place
                key={index}
                day={day.format(monday + index * dayMs)}
                span={span}
                onChange={(next) =>
                  change({ days: draft.days.map((it, place) => (place === index ? next : it)) })
                }
              />
            ))}
          </ol>
          <Choice
            words={{
              label: words.hours.zone,
              options: { [draft.timeZone]: draft.timeZone, ...zones() },
            }}
            value={draft.timeZone}
            onChoose={(timeZone) => change({ timeZone })}
          />
        </>
      )}
      <SaveBar {...bar} problem={problem} onSave={bar.save} />
    </Part>
  )
}
