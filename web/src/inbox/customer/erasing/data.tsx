import { useState } from 'react'
import type { Chat } from '../../../../../shared/chat.ts'
import { useCustomerWords } from '../../../text/customer/use-customer-words.ts'
import { useText } from '../../../text/language.ts'
import { wordsFor } from '../../../text/problem.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { nameOf } from '../../name.ts'
import { useAttempt } from '../../use-attempt.ts'
import { eraseCustomer, exportCustomer, save, useErasing } from './erasing.ts'

/** What a customer may ask of the shop: a copy of what is known of them, and that it is erased. */
export function CustomerData({ chat }: { chat: Chat }) {
  const text = useText()
  const { data: words } = useCustomerWords()
  const { attempt, busy, failure } = useAttempt()
  const [asked, setAsked] = useState(false)
  const erasing = useErasing((all) => all[chat.id])
  const download = async () => save(`${chat.id}.json`, await exportCustomer(chat.id))

  return (
    <section aria-label={words.label} className="grid gap-3 border-t border-line pt-5">
      <h3 className="text-[13px] text-muted">{words.label}</h3>
      {asked ? (
        <Erase chat={chat} onCancel={() => setAsked(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="small" disabled={busy} onClick={() => void attempt(download)}>
            {busy ? words.downloading : words.download}
          </Button>
          <Button size="small" look="quiet" className="text-danger" onClick={() => setAsked(true)}>
            {words.erase}
          </Button>
        </div>
      )}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      {erasing?.problem && <Notice>{wordsFor(erasing.problem, text)}</Notice>}
    </section>
  )
}

/** Nobody does this by a slip of the finger: the name has to be typed. */
function Erase({ chat, onCancel }: { chat: Chat; onCancel: () => void }) {
  const text = useText()
  const { data: words } = useCustomerWords()
  const [typed, setTyped] = useState('')
  const busy = useErasing((all) => all[chat.id] !== undefined && !all[chat.id]?.problem)
  const name = nameOf(chat, text)
  const isSure = plain(typed) === plain(name)
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isSure && !busy) void eraseCustomer(chat.id)
      }}
    >
      <p className="text-sm">{words.sure}</p>
      <Field
        label={words.type(name)}
        value={typed}
        autoFocus
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{text.cancel}</Button>
        <Button type="submit" look="danger" disabled={!isSure || busy}>
          {busy ? words.erasing : words.eraseNow}
        </Button>
      </div>
    </form>
  )
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
