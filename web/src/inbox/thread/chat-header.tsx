import { ArrowLeft, Info, TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { readable } from '../../../../shared/phone.ts'
import { hrefOf, usePlace } from '../../place.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useAttempt } from '../use-attempt.ts'
import { ChatControls } from './chat-controls.tsx'

const round =
  'grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-ink'

/** Who it is, and who answers. */
export function ChatHeader({ chat }: { chat: Chat }) {
  const text = useText()
  const place = usePlace()
  const { attempt, busy, failure } = useAttempt()
  const { base, filter } = place
  const { name, phone, avatar } = chat.customer

  return (
    <header className="border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5 md:px-4">
        <div className="flex min-w-0 flex-[1_1_15rem] items-center gap-2.5">
          <Link
            href={hrefOf({ base, filter, customer: false })}
            aria-label={text.thread.back}
            title={text.thread.back}
            className={`${round} -ml-1 md:hidden`}
          >
            <ArrowLeft className="size-5" />
          </Link>
          <Avatar name={name} image={avatar} className="size-10" />
          <div className="min-w-0 flex-1">
            <h2 className="truncate leading-tight font-semibold">{name}</h2>
            <p className="truncate text-[13px] text-muted">
              {phone ? readable(phone) : text.customer.hiddenPhone} · {text.channel[chat.channel]}
            </p>
          </div>
          <Link
            href={hrefOf({ ...place, customer: true })}
            aria-label={text.customer.show}
            title={text.customer.show}
            className={`${round} xl:hidden`}
          >
            <Info className="size-5" />
          </Link>
        </div>
        <ChatControls chat={chat} busy={busy} attempt={attempt} />
      </div>
      {failure && <Notice className="mx-3 mb-2.5 md:mx-4">{reasonOf(failure, text)}</Notice>}
      {chat.botProblem && (
        <p className="flex items-start gap-2 bg-warn-soft px-4 py-2 text-[13px] text-warn">
          <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {text.chat.botProblem} {chat.botProblem}
        </p>
      )}
    </header>
  )
}

function reasonOf(
  { code, assigneeName }: { code: string; assigneeName?: string | undefined },
  text: Text,
) {
  if (code !== 'already_assigned') return wordsFor(code, text)
  return assigneeName ? text.chat.taken(assigneeName) : text.chat.takenByOther
}
