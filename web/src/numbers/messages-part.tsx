import { type Numbers, sides } from '../../../shared/numbers.ts'
import { Part } from '../page/part.tsx'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { cn } from '../ui/class-names.ts'
import { HoursChart } from './hours-chart.tsx'
import { HoursTable } from './hours-table.tsx'
import type { Opened } from './rows-panel.tsx'
import { backs } from './sides.ts'
import { clockIn, count } from './time.ts'

interface Props {
  numbers: Numbers
  onOpen: (opened: Opened) => void
}

/** Who wrote how much, and when. */
export function MessagesPart({ numbers: { day, hours, messages, timeZone }, onOpen }: Props) {
  const text = useText()
  const words = useNumbersWords()
  const openHour = (hour: string) =>
    onOpen({ title: clockIn(hour, timeZone, text), of: 'chats', day, hour })
  return (
    <Part title={words.messages}>
      <ul className="flex flex-wrap gap-x-1 gap-y-1">
        {sides.map((side) => (
          <li key={side}>
            <button
              type="button"
              disabled={messages[side] === 0}
              onClick={() => onOpen({ title: words.sides[side], of: 'chats', day, by: side })}
              className="flex min-h-8 items-center gap-2 rounded-lg px-2 text-sm enabled:hover:bg-hover"
            >
              <span aria-hidden className={cn('size-3 rounded-sm', backs[side])} />
              {words.sides[side]}
              <span className="font-semibold tabular-nums">{count(messages[side], text)}</span>
            </button>
          </li>
        ))}
      </ul>
      <HoursChart hours={hours} timeZone={timeZone} tell={words.inHour} onHour={openHour} />
      <HoursTable hours={hours} total={messages} timeZone={timeZone} onHour={openHour} />
    </Part>
  )
}
