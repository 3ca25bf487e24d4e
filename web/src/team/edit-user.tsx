import { type FormEvent, useState } from 'react'
import type { User } from '../../../shared/user.ts'
import { Sure } from '../inbox/sure.tsx'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useText } from '../text/language.ts'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { HeldChats } from './held-chats.tsx'
import { teamProblem } from './problem.ts'
import { RoleField } from './role-field.tsx'
import { type Admitted, changeUser, resetPassword } from './users.ts'

interface Props {
  user: User
  own: boolean
  onChanged: (user: User) => void
  onPassword: (admitted: Admitted) => void
  onClose: () => void
}

/** What an admin may do about somebody. Nobody can shut himself out. */
export function EditUser({ user, own, onChanged, onPassword, onClose }: Props) {
  const text = useText()
  const words = useTeamWords()
  const { attempt, busy, failure } = useAttempt()
  const [asked, setAsked] = useState<'password' | 'off'>()
  const [role, setRole] = useState(user.role)
  const change = (fields: Parameters<typeof changeUser>[1]) =>
    attempt(async () => {
      onChanged(await changeUser(user.id, fields))
      setAsked(undefined)
    })

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    if (await change({ name, ...(role !== user.role && { role }) })) onClose()
  }
  const nameProblem = failure?.field === 'name' && teamProblem(failure, words, text)
  return (
    <div className="grid gap-4">
      <form onSubmit={submit} noValidate className="grid gap-4">
        <h3 className="font-semibold [overflow-wrap:anywhere]">{words.edit(user.name)}</h3>
        <Field
          label={words.name}
          name="name"
          defaultValue={user.name}
          maxLength={100}
          autoComplete="off"
          problem={nameProblem || undefined}
        />
        {own ? (
          <p className="text-[13px] text-muted">{words.ownRole}</p>
        ) : (
          <RoleField value={role} onChange={setRole} />
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {text.close}
          </Button>
          <Button type="submit" look="primary" disabled={busy}>
            {text.save}
          </Button>
        </div>
      </form>
      <div className="grid gap-3 border-t border-line pt-3">
        {asked ? (
          <Sure
            question={(asked === 'off' ? words.disableSure : words.resetSure)(user.name)}
            action={asked === 'off' ? words.disable : words.reset}
            destructive={asked === 'off'}
            disabled={busy}
            onCancel={() => setAsked(undefined)}
            onSure={() =>
              void (asked === 'off'
                ? change({ disabled: true })
                : attempt(async () => onPassword(await resetPassword(user.id))))
            }
          />
        ) : (
          <div className="flex flex-wrap gap-2">
            {!own && <Button onClick={() => setAsked('password')}>{words.reset}</Button>}
            {!own &&
              (user.disabled ? (
                <Button disabled={busy} onClick={() => void change({ disabled: false })}>
                  {words.enable}
                </Button>
              ) : (
                <Button onClick={() => setAsked('off')}>{words.disable}</Button>
              ))}
          </div>
        )}
        {user.disabled && <HeldChats user={user} />}
        {failure && !nameProblem && <Notice>{teamProblem(failure, words, text)}</Notice>}
      </div>
    </div>
  )
}
