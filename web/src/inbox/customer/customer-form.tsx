import type { FormEvent } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { wordsFor } from '../../text/problem.ts'
import { Button } from '../../ui/button.tsx'
import { AreaField, Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { changeCustomer } from '../chat-actions.ts'
import { useAttempt } from '../use-attempt.ts'

export function CustomerForm({ chat, onDone }: { chat: Chat; onDone: () => void }) {
  const text = useText()
  const { attempt, busy, failure } = useAttempt()
  const { name, email, address } = chat.customer

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (key: string) => String(form.get(key) ?? '').trim()
    const customer = { name: field('name'), email: field('email'), address: field('address') }
    if (await attempt(() => changeCustomer(chat.id, customer))) onDone()
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field
        label={text.customer.name}
        name="name"
        defaultValue={name}
        required
        maxLength={100}
        autoFocus
      />
      <Field
        label={text.customer.email}
        name="email"
        type="email"
        defaultValue={email}
        maxLength={200}
      />
      <AreaField
        label={text.customer.address}
        name="address"
        defaultValue={address}
        maxLength={500}
      />
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {text.cancel}
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          {text.save}
        </Button>
      </div>
    </form>
  )
}
