import { useLocation } from 'wouter'
import { hrefOf, usePlace } from '../place.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { dayBeside } from './time.ts'

interface Props {
  day: string | undefined
  /** Unknown until the first numbers are here: which day it is depends on where the shop is. */
  today: string | undefined
}

/** Today, yesterday, or any day; it stands in the URL. */
export function DayPicker({ day, today }: Props) {
  const words = useNumbersWords()
  const place = usePlace()
  const [, navigate] = useLocation()
  const go = (wanted: string | undefined) =>
    navigate(hrefOf({ ...place, page: 'numbers', day: wanted }), { replace: true })
  const yesterday = today && dayBeside(today, -1)
  return (
    <fieldset className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{words.days}</legend>
      <Button
        size="small"
        look={day === today ? 'primary' : 'outline'}
        aria-pressed={day === today}
        onClick={() => go(undefined)}
      >
        {words.today}
      </Button>
      <Button
        size="small"
        look={day && day === yesterday ? 'primary' : 'outline'}
        aria-pressed={Boolean(day) && day === yesterday}
        disabled={!yesterday}
        onClick={() => go(yesterday)}
      >
        {words.yesterday}
      </Button>
      <Input
        type="date"
        aria-label={words.otherDay}
        value={day ?? ''}
        max={today}
        onChange={({ target }) =>
          target.value && go(target.value === today ? undefined : target.value)
        }
        className="h-8! w-auto! text-[13px]! max-md:h-11!"
      />
    </fieldset>
  )
}
