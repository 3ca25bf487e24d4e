import { useState } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { date } from '../../text/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { splitChat } from '../chat-actions.ts'
import { Sure } from '../sure.tsx'
import { useAttempt } from '../use-attempt.ts'

/** That several ids are shown as one person; an admin who knows better takes them apart. */
export function Merged({ chat }: { chat: Chat }) {
  const text = useText()
  const { merged } = useThreadWords()
  const { role } = useUser()
  const { attempt, busy, failure } = useAttempt()
  const [asked, setAsked] = useState<string>()
  return (
    <section className="grid gap-2">
      <h3 className="text-[13px] text-muted">{merged.label}</h3>
      {(chat.merged ?? []).map(({ chatId, mergedAt }) => (
        <div key={chatId} className="grid gap-2 text-sm">
          <p>{merged.since(date(mergedAt, text))}</p>
          {asked === chatId ? (
            <Sure
              question={merged.sure}
              action={merged.split}
              disabled={busy}
              onCancel={() => setAsked(undefined)}
              onSure={() => void attempt(() => splitChat(chat.id, chatId))}
            />
          ) : (
            role === 'admin' && (
              <Button size="small" className="justify-self-start" onClick={() => setAsked(chatId)}>
                {merged.split}
              </Button>
            )
          )}
        </div>
      ))}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </section>
  )
}
