import { type FormEvent, useState } from 'react'
import type { Role } from '../../../shared/user.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useText } from '../text/language.ts'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { teamProblem } from './problem.ts'
import { RoleField } from './role-field.tsx'
import { type Admitted, createUser } from './users.ts'

interface Props {
  onCreated: (admitted: Admitted) => void
  onCancel: () => void
}

/** Lets somebody in. The password is made up here, and shown once afterwards. */
export function NewUser({ onCreated, onCancel }: Props) {
  const text = useText()
  const words = useTeamWords()
  const { attempt, busy, failure } = useAttempt()
  const [role, setRole] = useState<Role>('agent')
  const about = failure && (failure.code === 'username_taken' ? 'username' : failure.field)
  const problemOf = (field: string) =>
    failure && about === field ? teamProblem(failure, words, text) : undefined

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    void attempt(async () =>
      onCreated(await createUser({ username: field('username'), name: field('name'), role })),
    )
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <h3 className="font-semibold">{words.add}</h3>
      <Field
        label={words.name}
        name="name"
        autoFocus
        autoComplete="off"
        maxLength={100}
        problem={problemOf('name')}
      />
      <Field
        label={words.username}
        hint={words.usernameHint}
        name="username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        problem={problemOf('username')}
      />
      <RoleField value={role} onChange={setRole} />
      {failure && about !== 'name' && about !== 'username' && (
        <Notice>{teamProblem(failure, words, text)}</Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button type="submit" look="primary" disabled={busy}>
          {words.create}
        </Button>
      </div>
    </form>
  )
}
