import { withNames } from '../../../../shared/mention.ts'
import type { Message } from '../../../../shared/message.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { contentOf } from '../content.ts'
import { calledIn, mentionsIn, usePeopleOf } from '../people.ts'
import { useInbox } from '../store.ts'
import { type Party, writerOf } from '../who.ts'
import { asItIs, FormattedText } from './content/formatted-text.tsx'
import { jumpTo } from './jump.ts'

interface Props {
  party: Party
  quoted: Pick<NonNullable<Message['quoted']>, 'id' | 'text' | 'kind' | 'senderName' | 'senderId'>
}

const look =
  'my-1 block w-full rounded-md border-l-3 border-accent bg-canvas/60 px-2 py-1 text-left text-sm text-ink/80 pointer-coarse:min-h-11'

/** What a message answers; leads there, however far up it stands. */
export function Quote({ party, quoted }: Props) {
  const text = useText()
  const words = useThreadWords()
  const user = useUser()
  const people = usePeopleOf(party.id)
  const message = useInbox(({ threads }) => threads[party.id]?.messages[quoted.id])
  const { senderId, senderName } = quoted
  const named = senderId ? calledIn(people, { id: senderId, name: senderName }, words) : senderName
  // Of two people it is plain who said what; in a group it is not.
  const writer =
    party.isGroup && message ? writerOf(message, party, user.id, { text, words }) : named
  const wording = contentOf({ kind: quoted.kind ?? 'text', text: quoted.text ?? '' }, text)
  const said = (
    <>
      {writer && <span className="block text-xs font-semibold">{writer}</span>}
      <span className="line-clamp-2 [overflow-wrap:anywhere]">
        <FormattedText
          text={withNames(wording, mentionsIn(people, message?.mentions, words)) || '…'}
          plain={asItIs}
        />
      </span>
    </>
  )
  return (
    <button
      type="button"
      title={words.quote.jump}
      className={look}
      onClick={() => jumpTo(party.id, quoted.id)}
    >
      {said}
      <span className="sr-only">{words.quote.jump}</span>
    </button>
  )
}
