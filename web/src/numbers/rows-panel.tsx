import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { AnswerRow, ChatRow } from '../../../shared/numbers.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { Failed } from '../page/failed.tsx'
import { PageSkeleton } from '../page/page.tsx'
import { useText } from '../text/language.ts'
import { useNumbersWords } from '../text/numbers/use-numbers-words.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Modal } from '../ui/modal.tsx'
import type { Behind } from './numbers.ts'
import { AnswerItem, ChatItem } from './row-items.tsx'

/** A number that was opened, and what it is called. */
export type Opened = Behind & { title: string }

interface Rows {
  chats: ChatRow[]
  answers: AnswerRow[]
  cursor: string | null
}

const none: Rows = { chats: [], answers: [], cursor: null }
const atOnce = 30

async function rowsOf(behind: Behind, { chats, answers, cursor }: Rows): Promise<Rows> {
  const page = { limit: atOnce, cursor: cursor ?? undefined }
  if (behind.of === 'chats') {
    const { of: _, ...wanted } = behind
    const next = await call(contract.listActive, { ...wanted, ...page })
    return { answers, chats: [...chats, ...next.items], cursor: next.cursor }
  }
  const { of: _, ...wanted } = behind
  const next = await call(contract.listAnswers, { ...wanted, ...page })
  return { chats, answers: [...answers, ...next.items], cursor: next.cursor }
}

/** What is behind a number: chats or answers, each leading to the message. */
export function RowsPanel({
  title,
  timeZone,
  onClose,
  ...behind
}: Opened & { timeZone: string; onClose: () => void }) {
  const text = useText()
  const words = useNumbersWords()
  const { attempt, busy, failure } = useAttempt()
  const [rows, setRows] = useState<Rows>()
  const load = () => void attempt(async () => setRows(await rowsOf(behind, rows ?? none)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(load, [])
  const isEmpty = rows && rows.chats.length + rows.answers.length === 0
  return (
    <Modal label={title} onClose={onClose} className="md:w-[32rem] md:backdrop:bg-shade!">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{title}</h3>
        <IconButton label={text.close} onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {failure && <Failed code={failure.code} onRetry={load} />}
      {!rows && !failure && <PageSkeleton label={text.loading} rows={2} />}
      {isEmpty && <p className="p-4 text-center text-sm text-muted">{words.none}</p>}
      {rows && !isEmpty && (
        <ul className="divide-y divide-line">
          {rows.chats.map((row) => (
            <ChatItem key={row.chatId} row={row} />
          ))}
          {rows.answers.map((row) => (
            <AnswerItem key={row.messageId} row={row} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {rows?.cursor && (
        <Button onClick={load} disabled={busy} className="justify-self-center">
          {words.more}
        </Button>
      )}
    </Modal>
  )
}
