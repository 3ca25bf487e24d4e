import type { Numbers } from '../../../shared/numbers.ts'
import { Part } from '../page/part.tsx'
import { hrefOf, usePlace } from '../place.ts'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { useNow } from '../text/time.ts'
import type { Opened } from './rows-panel.tsx'
import { Tile } from './tile.tsx'
import { count, howLong } from './time.ts'

interface Props {
  numbers: Numbers
  onOpen: (opened: Opened) => void
}

/** How it is at this moment, whichever day is looked at. */
export function NowPart({ numbers: { now }, onOpen }: Props) {
  const text = useText()
  const words = useNumbersWords()
  const time = useNow()
  const { base } = usePlace()
  const { waiting, lately } = now
  const waited = waiting.oldest ? time - Date.parse(waiting.oldest) : 0
  return (
    <Part title={words.now}>
      <div className="grid grid-cols-2 gap-2">
        <Tile
          label={words.waiting}
          value={count(waiting.count, text)}
          about={waiting.oldest ? words.waitsSince(howLong(waited, text)) : words.nobodyWaits}
          warn={waiting.count > 0}
          href={hrefOf({
            base,
            customer: false,
            filter: { view: 'all', unanswered: 'true', sort: 'waiting' },
          })}
        />
        <Tile
          label={words.lately}
          value={count(lately, text)}
          onOpen={lately > 0 ? () => onOpen({ title: words.lately, of: 'chats' }) : undefined}
        />
      </div>
    </Part>
  )
}
