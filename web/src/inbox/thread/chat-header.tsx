import { ArrowLeft, Info, TriangleAlert, UsersRound } from 'lucide-react'
import { Link } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { hrefOf, usePlace } from '../../place.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { botProblemOf } from '../../text/thread/bot-problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TopicPrompt } from '../customer/topic-prompt.tsx'
import { nameOf, numberOf } from '../name.ts'
import { useAttempt } from '../use-attempt.ts'
import { Viewers } from '../viewing/viewers.tsx'
import { ChatControls } from './chat-controls.tsx'
import { Presence } from './presence.tsx'
import { Unsent } from './unsent.tsx'

const round =
  'grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-hover hover:text-ink pointer-coarse:size-11'

/** Who it is, and who answers. */
export function ChatHeader({ chat }: { chat: Chat }) {
  const text = useText()
  const place = usePlace()
  const { attempt, busy, failure } = useAttempt()
  const { base, filter } = place
  const words = useThreadWords()
  const { avatar } = chat.customer
  const name = nameOf(chat, text)
  const details = chat.isGroup ? words.group.show : text.customer.show

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
            <h2 className="flex items-center gap-1.5 leading-tight font-semibold">
              {chat.isGroup && <UsersRound aria-hidden className="size-4 shrink-0 text-muted" />}
              <span className="truncate">{name}</span>
            </h2>
            <p className="flex items-center gap-1.5 text-[13px] text-muted">
              <span className="shrink-9 truncate">
                {numberOf(chat, text)} · {text.channel[chat.channel]}
              </span>
              <Presence chat={chat} />
            </p>
          </div>
          <Viewers chatId={chat.id} />
          <Link
            href={hrefOf({ ...place, customer: true })}
            aria-label={details}
            title={details}
            className={`${round} xl:hidden`}
          >
            <Info className="size-5" />
          </Link>
        </div>
        <ChatControls chat={chat} busy={busy} attempt={attempt} />
      </div>
      {failure && <Notice className="mx-3 mb-2.5 md:mx-4">{reasonOf(failure, text)}</Notice>}
      <Unsent chat={chat} />
      <TopicPrompt key={chat.id} chat={chat} />
      {chat.botProblem && (
        <p className="flex items-start gap-2 bg-warn-soft px-4 py-2 text-[13px] text-warn">
          <TriangleAlert aria-hidden className="mt-px size-4 shrink-0" />
          {text.chat.botProblem} {botProblemOf(chat.botProblem, words)}
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
