import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type AnswerRow, type ChatRow, sides } from '../../../shared/numbers.ts'
import { hrefOf, usePlace } from '../place.ts'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { Badge } from '../ui/badge.tsx'
import { clockIn, count, howLong } from './time.ts'

/** An answer, who gave it, and how long it was waited for. */
export function AnswerItem({ row, timeZone }: { row: AnswerRow; timeZone: string }) {
  const text = useText()
  const words = useNumbersWords()
  const { at, userId, name, ms, first } = row
  const who = userId === null ? words.onPhone : (name ?? words.nobody)
  const about = [clockIn(at, timeZone, text), who, ...(first ? [words.firstAnswer] : [])]
  return <Item row={row} about={about.join(' · ')} end={howLong(ms, text)} />
}

/** A chat, and who wrote how much in it. */
export function ChatItem({ row }: { row: ChatRow }) {
  const text = useText()
  const words = useNumbersWords()
  const wrote = sides.filter((side) => row.messages[side] > 0)
  const about = wrote.map((side) => `${words.sides[side]} ${count(row.messages[side], text)}`)
  return (
    <Item
      row={row}
      about={about.join(' · ')}
      end={row.isNew && <Badge tone="accent">{words.isNew}</Badge>}
    />
  )
}

interface ItemProps {
  row: { chatId: string; chatName: string; messageId: string | null }
  about: string
  end: ReactNode
}

function Item({ row: { chatId, chatName, messageId }, about, end }: ItemProps) {
  const { noName } = useNumbersWords()
  const { base } = usePlace()
  const href = hrefOf({
    base,
    chatId,
    ...(messageId && { messageId }),
    customer: false,
    filter: { view: 'all' },
  })
  return (
    <li>
      <Link
        href={href}
        data-testid="number-row"
        className="flex min-h-12 items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{chatName || noName}</span>
          <span className="text-[13px] text-muted">{about}</span>
        </span>
        <span className="text-sm tabular-nums">{end}</span>
      </Link>
    </li>
  )
}
