import type { Numbers } from '../../../shared/numbers.ts'
import { Part } from '../page/part.tsx'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import type { Opened } from './rows-panel.tsx'
import { Cell, Head, NumberButton } from './table.tsx'
import { count, howLong } from './time.ts'

interface Props {
  numbers: Numbers
  onOpen: (opened: Opened) => void
}

/** What each of the team wrote, and how long those they answered had waited. */
export function AgentsPart({ numbers: { day, agents }, onOpen }: Props) {
  const text = useText()
  const words = useNumbersWords()
  return (
    <Part title={words.team}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            <Head first>{words.person}</Head>
            <Head>{words.written}</Head>
            <Head>{words.answers}</Head>
            <Head>{words.median}</Head>
          </tr>
        </thead>
        <tbody>
          {agents.map(({ userId, name, messages, answers, median }) => {
            const who = userId === null ? words.onPhone : (name ?? words.nobody)
            const by = userId ?? 'phone'
            const number = (of: Opened['of'], what: string, value: number) => (
              <NumberButton
                label={words.open(`${who}, ${what}, ${count(value, text)}`)}
                onClick={() => onOpen({ title: `${who}: ${what}`, of, day, by })}
              >
                {count(value, text)}
              </NumberButton>
            )
            return (
              <tr key={by} data-testid="agent" className="border-t border-line">
                <Cell first>
                  <span className="[overflow-wrap:anywhere]">{who}</span>
                </Cell>
                <Cell>{messages > 0 ? number('chats', words.written, messages) : '0'}</Cell>
                <Cell>{answers > 0 ? number('answers', words.answers, answers) : '0'}</Cell>
                <Cell>{median === null ? '–' : howLong(median, text)}</Cell>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Part>
  )
}
