import type { Message } from '../../../../shared/message.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { contentOf } from '../content.ts'
import { useInbox } from '../store.ts'
import { jumpTo } from './jump-to.ts'

interface Props {
  chatId: string
  quoted: Pick<NonNullable<Message['quoted']>, 'id' | 'text' | 'kind' | 'senderName'>
}

const look =
  'my-1 block w-full rounded-md border-l-3 border-accent bg-canvas/60 px-2 py-1 text-left text-sm text-ink/80 pointer-coarse:min-h-11'

/** What a message answers; leads there, if that is loaded. */
export function Quote({ chatId, quoted }: Props) {
  const text = useText()
  const { quote } = useThreadWords()
  const loaded = useInbox(({ threads }) => {
    const { messages = {}, reach } = threads[chatId] ?? {}
    const order = messages[quoted.id]?.order
    return order !== undefined && reach !== undefined && order >= reach
  })
  const said = (
    <>
      {quoted.senderName && (
        <span className="block text-xs font-semibold">{quoted.senderName}</span>
      )}
      <span className="line-clamp-2 [overflow-wrap:anywhere]">
        {contentOf({ kind: quoted.kind ?? 'text', text: quoted.text ?? '' }, text) || '…'}
      </span>
    </>
  )
  if (!loaded) return <blockquote className={look}>{said}</blockquote>
  return (
    <button type="button" title={quote.jump} className={look} onClick={() => jumpTo(quoted.id)}>
      {said}
      <span className="sr-only">{quote.jump}</span>
    </button>
  )
}
