import { MessageSquareText } from 'lucide-react'
import { Link } from 'wouter'
import type { Found } from '../../../../../shared/chat.ts'
import { hrefOf, type Place } from '../../../place.ts'
import { useText } from '../../../text/language.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { brief, useNow } from '../../../text/time.ts'
import { lineHeight } from './row-heights.ts'

interface Props {
  found: Found[]
  name: string
  place: Place
}

/** Where in a chat the words were said; each line leads to its message. */
export function Said({ found, name, place: { base, filter } }: Props) {
  const text = useText()
  const words = useListWords()
  const now = useNow()
  return (
    <ul aria-label={words.said(name)} className="pl-13">
      {found.map(({ chatId, messageId, text: said, sentAt }) => (
        <li key={messageId} style={{ height: lineHeight() }}>
          <Link
            href={hrefOf({ base, filter, chatId, messageId, customer: false })}
            data-testid="said"
            className="flex h-full items-center gap-2 rounded-lg px-2.5 text-[13px] text-muted hover:bg-hover hover:text-ink focus-visible:-outline-offset-2"
          >
            <MessageSquareText aria-hidden className="size-3.5 shrink-0" />
            <bdi className="min-w-0 flex-1 truncate">{marked(said, filter.q ?? '')}</bdi>
            <time dateTime={sentAt} className="shrink-0 text-xs tabular-nums">
              {brief(sentAt, text, now)}
            </time>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** So much of what stands before the words fits into the line with them. */
const before = 12

function marked(said: string, q: string) {
  const at = said.toLowerCase().indexOf(q.toLowerCase())
  if (at < 0) return said
  const start = at > before ? said.indexOf(' ', at - before) + 1 : 0
  const from = start > 0 && start <= at ? start : Math.max(0, at - before)
  return (
    <>
      {from > 0 && '…'}
      {said.slice(at > before ? from : 0, at)}
      <mark className="rounded bg-warn-soft text-warn">{said.slice(at, at + q.length)}</mark>
      {said.slice(at + q.length)}
    </>
  )
}
