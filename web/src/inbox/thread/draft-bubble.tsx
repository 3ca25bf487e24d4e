import { CircleAlert, Clock3 } from 'lucide-react'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { clock } from '../../text/time.ts'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import type { Draft } from '../apply.ts'
import { writeAgain } from '../composer/write-again.ts'
import { discard, tryAgain, useInbox } from '../store.ts'
import type { Party } from '../who.ts'
import { BubbleFrame } from './bubble-frame.tsx'
import { SpokenText } from './content/spoken-text.tsx'
import { Folded } from './folded.tsx'
import { NoteFrame } from './note-bubble.tsx'
import { Quote } from './quote.tsx'

interface Props {
  draft: Draft
  party: Party
  first: boolean
}

/** What we said and the server has not confirmed. It stays until it is sent or thrown away. */
export function DraftBubble(props: Props) {
  return props.draft.note ? <NoteDraft draft={props.draft} /> : <ReplyDraft {...props} />
}

function NoteDraft({ draft }: { draft: Draft }) {
  const { problem, writtenAt } = draft
  return (
    <NoteFrame
      note={{ ...draft, sentAt: writtenAt }}
      status={problem ? 'unsent' : 'queued'}
      below={problem && <Unsent draft={draft} problem={problem} />}
    />
  )
}

function ReplyDraft({ draft, party, first }: Props) {
  const text = useText()
  const { id, chatId, problem, waits, quotedId, writtenAt } = draft
  const quoted = useInbox(({ threads }) =>
    quotedId ? threads[chatId]?.messages[quotedId] : undefined,
  )
  return (
    <BubbleFrame
      messageId={id}
      sender="agent"
      status={problem ? 'unsent' : 'queued'}
      first={first}
      below={problem && <Unsent draft={draft} problem={problem} />}
    >
      {first && <p className="text-xs font-semibold text-ink/75">{text.thread.you}</p>}
      {quoted && <Quote party={party} quoted={quoted} />}
      <Folded text={draft.text}>
        <SpokenText message={draft} />
      </Folded>
      <span className="float-right mt-1.5 ml-3 flex items-center gap-1 text-[11px] text-ink/70 tabular-nums">
        <time dateTime={writtenAt}>{clock(writtenAt, text)}</time>
        {problem && !waits ? (
          <CircleAlert aria-hidden className="size-4 text-danger" />
        ) : (
          <Clock3 aria-hidden className="size-4 opacity-70" />
        )}
        <span className="sr-only">
          {problem && !waits ? text.status.failed : text.status.queued}
        </span>
      </span>
    </BubbleFrame>
  )
}

function Unsent({ draft, problem }: { draft: Draft; problem: string }) {
  const text = useText()
  const { again } = useComposerWords()
  return (
    <div
      role={draft.waits ? 'status' : 'alert'}
      className={cn(
        'grid max-w-[min(36rem,85%)] justify-items-end gap-1.5 text-right text-[13px]',
        draft.waits ? 'text-muted' : 'text-danger',
      )}
    >
      <p>
        {text.doubt.unsent}{' '}
        {draft.waits
          ? text.doubt.goesOut
          : problem === 'settled'
            ? text.doubt.replacedElse
            : wordsFor(problem, text)}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onClick={() => void tryAgain(draft)}>
          {['unseen', 'settled'].includes(problem) ? again.anyway : text.tryAgain}
        </Button>
        <Button size="small" onClick={() => writeAgain(draft)}>
          {again.edit}
        </Button>
        <Button size="small" look="quiet" onClick={() => discard(draft.id)}>
          {text.doubt.discard}
        </Button>
      </div>
    </div>
  )
}
