import type { Numbers, Spread } from '../../../shared/numbers.ts'
import { Part } from '../page/part.tsx'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import type { Opened } from './rows-panel.tsx'
import { Tile } from './tile.tsx'
import { count, dayTitle, howLong } from './time.ts'

interface Props {
  numbers: Numbers
  onOpen: (opened: Opened) => void
}

/** How many chats there were, and how long their customers waited for a person. */
export function TimesPart({ numbers: { day, today, chats, first, response }, onOpen }: Props) {
  const text = useText()
  const words = useNumbersWords()
  const open = (title: string, more: Partial<Opened>, isAny: number) =>
    isAny > 0 ? () => onOpen({ title, day, ...more } as Opened) : undefined
  const times = (label: string, spread: Spread, more: { first?: 'true' }) => (
    <Tile
      label={label}
      value={spread.median === null ? '–' : howLong(spread.median, text)}
      about={spread.p90 === null ? words.noAnswer : words.most(howLong(spread.p90, text))}
      onOpen={open(label, { of: 'answers', ...more }, spread.count)}
    />
  )
  return (
    <Part title={dayTitle(day, today, words.today, text)} about={words.explain}>
      <div className="grid grid-cols-2 gap-2 md:grid-cols-4">
        <Tile
          label={words.active}
          value={count(chats.active, text)}
          onOpen={open(words.active, { of: 'chats' }, chats.active)}
        />
        <Tile
          label={words.opened}
          value={count(chats.opened, text)}
          onOpen={open(words.opened, { of: 'chats', opened: 'true' }, chats.opened)}
        />
        {times(words.first, first, { first: 'true' })}
        {times(words.response, response, {})}
      </div>
    </Part>
  )
}
