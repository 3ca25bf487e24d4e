import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useNameOf } from '../../team.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { useText } from '../../text/language.ts'

/** What sending would do, before it is written. */
export function Hint({ chat: { mode, assigneeId }, note }: { chat: Chat; note: boolean }) {
  const { chat } = useText()
  const { composer, note: words } = useComposerWords()
  const user = useUser()
  const name = useNameOf(assigneeId) ?? chat.somebody
  if (note) return <p className="px-1 text-[13px] text-warn">{words.hint}</p>
  const hint =
    assigneeId && assigneeId !== user.id
      ? composer.other(name)
      : mode === 'bot'
        ? composer.bot
        : mode === 'closed' && composer.closed
  return hint ? <p className="px-1 text-[13px] text-muted">{hint}</p> : null
}
