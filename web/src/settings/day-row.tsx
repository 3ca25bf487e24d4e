import { useState } from 'react'
import type { Span } from '../../../shared/hours.ts'
import { useSettingsWords } from '../text/settings/use-settings-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Input } from '../ui/field.tsx'

interface Props {
  day: string
  span: Span | null
  onChange: (span: Span | null) => void
}

/** From when to when the shop is open on one day, if at all. */
export function DayRow({ day, span, onChange }: Props) {
  const { hours } = useSettingsWords()
  const [last, setLast] = useState(span ?? { from: '09:00', to: '17:00' })
  const change = (next: Span) => {
    setLast(next)
    onChange(next)
  }
  const turns =
    span && (span.to === span.from ? hours.allDay : span.to < span.from && hours.nextDay)
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5">
      <Checkbox
        label={day}
        name={hours.open(day)}
        className="w-32"
        checked={span !== null}
        onChange={(open) => onChange(open ? last : null)}
      />
      {span ? (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <Input
            type="time"
            aria-label={hours.from(day)}
            value={span.from}
            onChange={({ target }) => change({ ...span, from: target.value })}
            className="w-33!"
          />
          {hours.until}
          <Input
            type="time"
            aria-label={hours.to(day)}
            value={span.to}
            onChange={({ target }) => change({ ...span, to: target.value })}
            className="w-33!"
          />
          {turns && <span className="text-muted">{turns}</span>}
        </div>
      ) : (
        <span className="text-sm text-muted">{hours.closed}</span>
      )}
    </li>
  )
}
