import { type Numbers, type Sides, sides } from '../../../shared/numbers.ts'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { sum } from './sides.ts'
import { Cell, Head, NumberButton } from './table.tsx'
import { clockIn, count } from './time.ts'

interface Props {
  hours: Numbers['hours']
  total: Sides
  timeZone: string
  onHour: (at: string) => void
}

/** What the chart shows, for whoever reads, listens, or uses keys. */
export function HoursTable({ hours, total, timeZone, onHour }: Props) {
  const text = useText()
  const words = useNumbersWords()
  return (
    <details>
      <summary className="flex min-h-9 w-fit items-center text-sm text-accent underline underline-offset-2">
        {words.asTable}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keys */}
      <section aria-label={words.messages} tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead>
            <tr>
              <Head first>{words.hour}</Head>
              {sides.map((side) => (
                <Head key={side}>{words.sides[side]}</Head>
              ))}
              <Head>{words.chats}</Head>
            </tr>
          </thead>
          <tbody>
            {hours
              .filter(({ messages }) => sum(messages) > 0)
              .map(({ at, messages, chats }) => {
                const hour = clockIn(at, timeZone, text)
                return (
                  <tr key={at} className="border-t border-line">
                    <Cell first>
                      <NumberButton label={words.open(hour)} onClick={() => onHour(at)}>
                        {hour}
                      </NumberButton>
                    </Cell>
                    {sides.map((side) => (
                      <Cell key={side}>{count(messages[side], text)}</Cell>
                    ))}
                    <Cell>{count(chats, text)}</Cell>
                  </tr>
                )
              })}
          </tbody>
          <tfoot>
            <tr className="border-t border-line font-semibold">
              <Cell first>{words.total}</Cell>
              {sides.map((side) => (
                <Cell key={side}>{count(total[side], text)}</Cell>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
    </details>
  )
}
