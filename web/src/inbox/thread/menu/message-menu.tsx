import { Copy, Info, Link2, Pencil, Reply, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Message } from '../../../../../shared/message.ts'
import { hrefOf, usePlace } from '../../../place.ts'
import { useUser } from '../../../session.ts'
import { useText } from '../../../text/language.ts'
import { wordsFor } from '../../../text/problem.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { moveFocus } from '../../../ui/arrows.ts'
import { MenuAction } from '../../../ui/menu-action.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { actionsFor, edit, react, remove } from '../../message-actions.ts'
import { quote } from '../../reply.ts'
import { Sure } from '../../sure.tsx'
import { useAttempt } from '../../use-attempt.ts'
import { timesIn } from '../times.tsx'
import { Details } from './details.tsx'
import { EditForm } from './edit-form.tsx'
import { Emojis } from './emojis.tsx'

interface Props {
  message: Message
  writer: string
  at: Element | null
  onClose: () => void
}

/** What can be done with one message. It closes when that is done; a refusal is told where it was asked. */
export function MessageMenu({ message, writer, at, onClose }: Props) {
  const text = useText()
  const { menu: words } = useThreadWords()
  const user = useUser()
  const { attempt, busy, failure } = useAttempt()
  const [step, setStep] = useState<'actions' | 'edit' | 'remove' | 'details'>('actions')
  const may = actionsFor(message, user)
  const { base } = usePlace()
  const times = timesIn(message, text)
  const finish = async (action: () => Promise<void>) => {
    if (await attempt(action)) onClose()
  }

  return (
    <Modal label={words.open} at={at} onClose={onClose}>
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      {step === 'actions' && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus among its buttons
        <div className="grid gap-3" onKeyDown={moveFocus}>
          {may.react && (
            <Emojis
              message={message}
              disabled={busy}
              onChoose={(emoji) => void finish(() => react(message, emoji))}
            />
          )}
          <ul className="grid">
            {may.reply && (
              <MenuAction
                picture={Reply}
                label={words.reply}
                onClick={() => {
                  quote(message.chatId, message.id)
                  onClose()
                }}
              />
            )}
            {may.copy && (
              <MenuAction
                picture={Copy}
                label={words.copy}
                onClick={() => void finish(() => navigator.clipboard.writeText(message.text))}
              />
            )}
            <MenuAction
              picture={Link2}
              label={words.copyLink}
              onClick={() => void finish(() => copyLink(base, message))}
            />
            {may.edit && (
              <MenuAction picture={Pencil} label={words.edit} onClick={() => setStep('edit')} />
            )}
            {may.remove && (
              <MenuAction
                picture={Trash2}
                label={words.remove}
                destructive
                onClick={() => setStep('remove')}
              />
            )}
            <MenuAction picture={Info} label={words.details} onClick={() => setStep('details')} />
          </ul>
          {times && <p className="px-2.5 pb-1 text-xs text-muted tabular-nums">{times}</p>}
        </div>
      )}
      {step === 'edit' && (
        <EditForm
          text={message.text}
          disabled={busy}
          onCancel={onClose}
          onSave={(said) => void finish(() => edit(message, said))}
        />
      )}
      {step === 'remove' && (
        <Sure
          question={words.removeSure}
          action={words.remove}
          destructive
          disabled={busy}
          onCancel={onClose}
          onSure={() => void finish(() => remove(message))}
        />
      )}
      {step === 'details' && <Details message={message} writer={writer} />}
    </Modal>
  )
}

/** An address that opens the chat at this message. */
function copyLink(base: string, { chatId, id: messageId }: Message) {
  const place = { base, chatId, messageId, customer: false, filter: { view: 'all' } } as const
  return navigator.clipboard.writeText(new URL(hrefOf(place), location.href).href)
}
