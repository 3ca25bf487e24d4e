import { readable } from '../../../../shared/phone.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { usePeopleOf } from '../people.ts'

/** The members of a group, as far as WhatsApp tells. */
export function Participants({ chatId }: { chatId: string }) {
  const text = useText()
  const { group, hiddenSender } = useThreadWords()
  const { items, problem } = usePeopleOf(chatId)

  if (!items) {
    if (problem) return <Notice>{wordsFor(problem, text)}</Notice>
    return <Spinner label={text.loading} />
  }
  return (
    <section className="grid gap-2">
      <h3 className="text-[13px] text-muted">{group.participants(items.length)}</h3>
      <ul className="grid gap-2">
        {items.map(({ id, name, phone, isAdmin, isUs }) => (
          <li key={id} className="flex items-center gap-2.5 text-sm">
            <Avatar name={isUs ? group.you : (name ?? '')} className="size-8 text-xs" />
            <span className="grid min-w-0 flex-1">
              {(isUs || name) && (
                <span className="truncate font-medium">{isUs ? group.you : name}</span>
              )}
              <span className="truncate text-muted">{phone ? readable(phone) : hiddenSender}</span>
            </span>
            {isAdmin && <Badge>{group.admin}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  )
}
