import { X } from 'lucide-react'
import { useLocation } from 'wouter'
import { hrefOf, usePlace } from '../../../place.ts'
import { useUser } from '../../../session.ts'
import { useNameOf } from '../../../team.ts'
import { useText } from '../../../text/language.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import type { Filter } from '../../filter.ts'

/** What the list leaves out, and a way to leave it out no more. */
export function FilterChips() {
  const text = useText()
  const { filter: words } = useListWords()
  const me = useUser()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { filter } = place
  const { sort, mode, channel, assignee, unread, unanswered } = filter
  const name = useNameOf(assignee ?? null)
  const whose = assignee === 'none' ? words.nobody : (name ?? words.somebody)
  const chips: [keyof Filter, string | undefined][] = [
    ['sort', sort && words.longest],
    ['mode', mode && text.mode[mode]],
    ['channel', channel && text.channel[channel]],
    ['assignee', assignee && (assignee === me.id ? words.me(me.name) : whose)],
    ['unread', unread && words.unread],
    ['unanswered', unanswered && words.unanswered],
  ]
  return (
    <ul className="flex flex-wrap gap-1.5">
      {chips.map(
        ([part, label]) =>
          label && (
            <li key={part} className="min-w-0">
              <button
                type="button"
                title={words.without(label)}
                aria-label={words.without(label)}
                onClick={() =>
                  navigate(hrefOf({ ...place, filter: { ...filter, [part]: undefined } }), {
                    replace: true,
                  })
                }
                className="flex h-7 max-w-full items-center gap-1 rounded-full bg-chosen pr-1.5 pl-2.5 text-xs font-medium hover:bg-hover pointer-coarse:h-11"
              >
                <span className="truncate">{label}</span>
                <X aria-hidden className="size-3.5 shrink-0 text-muted" />
              </button>
            </li>
          ),
      )}
    </ul>
  )
}
