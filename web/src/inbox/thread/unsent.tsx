import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Chat, Unsent as Counted } from '../../../../shared/chat.ts'
import { isUnsent, type Message } from '../../../../shared/message.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Button } from '../../ui/button.tsx'
import { backToNewest, loadOlder } from '../pages.ts'
import { messagesOf } from '../select.ts'
import { useInbox } from '../store.ts'
import { useAttempt } from '../use-attempt.ts'
import { jumpTo } from './jump.ts'

/** Says that something of ours did not go out in this chat, and leads there, however far up it stands. */
export function Unsent({ chat: { id, unsent } }: { chat: Chat }) {
  return unsent ? <Line chatId={id} unsent={unsent} /> : null
}

function Line({ chatId, unsent: { failed, unknown } }: { chatId: string; unsent: Counted }) {
  const { unsent: words } = useThreadWords()
  const { attempt, busy, failure } = useAttempt()
  const [lost, setLost] = useState(false)
  const show = async () => {
    const found = await findIn(chatId)
    setLost(!found)
    if (found) jumpTo(chatId, found.id)
  }
  return (
    <div
      role="status"
      data-testid="unsent-here"
      data-failed={failed > 0}
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1 bg-warn-soft px-4 py-1.5 text-[13px] text-warn data-[failed=true]:bg-danger-soft data-[failed=true]:text-danger"
    >
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        {failed > 0 && words.failed(failed)} {unknown > 0 && words.unknown(unknown)}{' '}
        {(lost || failure) && words.notFound}
      </p>
      <Button size="small" disabled={busy} onClick={() => void attempt(show)}>
        {words.show}
      </Button>
    </div>
  )
}

/** The newest one; what is not loaded yet is fetched until it is found. */
async function findIn(chatId: string): Promise<Message | undefined> {
  backToNewest(chatId)
  for (;;) {
    const inbox = useInbox.getState()
    const found = messagesOf(inbox, chatId).findLast(isUnsent)
    if (found || !inbox.threads[chatId]?.cursor) return found
    await loadOlder(chatId)
  }
}
