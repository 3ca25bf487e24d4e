import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { contract } from '../../../../shared/contract.ts'
import { call } from '../../api.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { joinChats } from '../chat-actions.ts'
import { nameOf, numberOf } from '../name.ts'
import { Sure } from '../sure.tsx'
import { useAttempt } from '../use-attempt.ts'

const typingMs = 300
const most = 6

/** Who knows whom WhatsApp hides can say which other chat is the same customer's. */
export function Join({ chat }: { chat: Chat }) {
  const text = useText()
  const { join: words } = useThreadWords()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { attempt, busy, failure, forget } = useAttempt()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Chat>()

  async function join(other: Chat) {
    const chatId = await joinChats(chat.id, other.id)
    navigate(hrefOf({ base: place.base, filter: place.filter, customer: place.customer, chatId }), {
      replace: true,
    })
  }
  if (!open)
    return (
      <Button
        size="small"
        className="justify-self-start whitespace-normal max-w-full h-auto! py-1.5 text-left"
        onClick={() => setOpen(true)}
      >
        {words.ask}
      </Button>
    )
  return (
    <section aria-label={words.ask} className="grid gap-3">
      <h3 className="text-[13px] text-muted">{words.ask}</h3>
      {chosen ? (
        <Sure
          question={words.sure(nameOf(chosen, text), numberOf(chosen, text))}
          action={words.join}
          disabled={busy}
          onCancel={() => {
            setChosen(undefined)
            forget()
          }}
          onSure={() => void attempt(() => join(chosen))}
        />
      ) : (
        <>
          <Candidates chat={chat} onChoose={setChosen} />
          <Button look="quiet" className="justify-self-end" onClick={() => setOpen(false)}>
            {text.cancel}
          </Button>
        </>
      )}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </section>
  )
}

/** Chats of the same channel, by name or number; those of the same name without being asked. */
function Candidates({ chat, onChoose }: { chat: Chat; onChoose: (other: Chat) => void }) {
  const text = useText()
  const { join: words } = useThreadWords()
  const { id, channel, customer } = chat
  const [typed, setTyped] = useState(customer.name)
  const [found, setFound] = useState<Chat[]>()
  const q = typed.trim()
  useEffect(() => {
    let over = false
    const timer = setTimeout(() => {
      call(contract.listChats, { q: q || undefined, channel }).then(
        ({ items }) => over || setFound(items.filter((it) => it.id !== id && !it.isGroup)),
        () => over || setFound([]),
      )
    }, typingMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [q, channel, id])

  return (
    <>
      <Field
        label={words.search}
        value={typed}
        maxLength={100}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      {found?.length === 0 && <p className="text-sm text-muted">{words.none}</p>}
      <ul className="-mx-2 grid">
        {found?.slice(0, most).map((other) => (
          <li key={other.id}>
            <button
              type="button"
              onClick={() => onChoose(other)}
              className="flex w-full items-center gap-2.5 rounded-lg px-2 py-1.5 text-left text-sm hover:bg-hover"
            >
              <Avatar
                name={nameOf(other, text)}
                image={other.customer.avatar}
                className="size-8 text-xs"
              />
              <span className="grid min-w-0 flex-1">
                <span className="truncate font-medium">{nameOf(other, text)}</span>
                <span className="truncate text-muted">{numberOf(other, text)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
