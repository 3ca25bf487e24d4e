import { Bell, BellOff, CircleCheck, Hand, ListChecks, Mail, MailOpen } from 'lucide-react'
import type { Chat } from '../../../../../shared/chat.ts'
import { toggleMuted, usePreferences } from '../../../preferences.ts'
import { useUser } from '../../../session.ts'
import { useText } from '../../../text/language.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { wordsFor } from '../../../text/problem.ts'
import { moveFocus } from '../../../ui/arrows.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { claim, markRead, markUnread, setMode } from '../../chat-actions.ts'
import { useAttempt } from '../../use-attempt.ts'
import { toggleSelected } from './selection.ts'

interface Props {
  chat: Chat
  name: string
  at: Element | null
  onClose: () => void
}

/** What can be done with a chat without opening it. */
export function RowMenu({ chat, name, at, onClose }: Props) {
  const text = useText()
  const { row: words } = useListWords()
  const user = useUser()
  const { attempt, busy, failure } = useAttempt()
  const { id, unread, lastSeq, mode, assigneeId } = chat
  const muted = usePreferences((it) => it.muted.includes(id))
  const finish = async (action: () => Promise<void>) => {
    if (await attempt(action)) onClose()
  }
  const now = (action: () => void) => {
    onClose()
    action()
  }

  return (
    <Modal label={words.menu(name)} at={at} onClose={onClose}>
      {failure && (
        <Notice>
          {failure.code === 'already_assigned'
            ? text.chat.takenByOther
            : wordsFor(failure.code, text)}
        </Notice>
      )}
      <p className="truncate px-2.5 text-[13px] font-medium text-muted">{name}</p>
      <ul className="grid" onKeyDown={moveFocus}>
        {unread > 0 ? (
          <MenuAction
            picture={MailOpen}
            label={words.markRead}
            disabled={busy}
            onClick={() => void finish(() => markRead(id, lastSeq))}
          />
        ) : (
          <MenuAction
            picture={Mail}
            label={words.markUnread}
            disabled={busy || lastSeq === 0}
            onClick={() => void finish(() => markUnread(id))}
          />
        )}
        <MenuAction
          picture={muted ? Bell : BellOff}
          label={muted ? words.unmute : words.mute}
          onClick={() => now(() => toggleMuted(id))}
        />
        <MenuAction
          picture={ListChecks}
          label={words.select}
          onClick={() => now(() => toggleSelected(id))}
        />
        {assigneeId === null && (
          <MenuAction
            picture={Hand}
            label={text.chat.take}
            disabled={busy}
            onClick={() => void finish(() => claim(id, user.id))}
          />
        )}
        {mode !== 'closed' && (
          <MenuAction
            picture={CircleCheck}
            label={words.close}
            disabled={busy}
            onClick={() => void finish(() => setMode(id, 'closed'))}
          />
        )}
      </ul>
    </Modal>
  )
}
