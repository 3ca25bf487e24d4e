import { type FormEvent, useRef, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { Part } from '../page/part.tsx'
import { useUser } from '../session.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useProfileWords } from '../text/profile/use-profile-words.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

/** Another password for oneself, with the one that holds now. */
export function PasswordForm() {
  const text = useText()
  const words = useProfileWords()
  const user = useUser()
  const { attempt, busy, failure } = useAttempt()
  const [changed, setChanged] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const field = (name: string) => String(data.get(name) ?? '')
    const passwords = { password: field('password'), newPassword: field('newPassword') }
    setChanged(false)
    const done = await attempt(async () => void (await call(contract.changePassword, passwords)))
    if (done) form.current?.reset()
    setChanged(done)
  }
  const code = failure?.code ?? ''
  const current = code === 'wrong_password' || failure?.field === 'password'
  const next = code === 'weak_password' || failure?.field === 'newPassword'
  const known = Object.hasOwn(words.problem, code)
  const problem = known ? words.problem[code as keyof typeof words.problem] : wordsFor(code, text)
  return (
    <Part title={words.password}>
      <form ref={form} onSubmit={submit} noValidate className="grid max-w-sm gap-4">
        {/* So that a password manager knows whose it is. */}
        <input type="hidden" autoComplete="username" value={user.username} readOnly />
        <Field
          label={words.current}
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={256}
          problem={failure && current ? words.problem.wrong_password : undefined}
        />
        <Field
          label={words.next}
          hint={words.nextHint}
          name="newPassword"
          type="password"
          autoComplete="new-password"
          maxLength={256}
          problem={failure && next ? problem : undefined}
        />
        {failure && !current && !next && <Notice>{problem}</Notice>}
        <div className="flex items-center gap-3">
          <Button type="submit" look="primary" disabled={busy}>
            {words.change}
          </Button>
          <p role="status" className="text-[13px] text-muted">
            {changed && words.changed}
          </p>
        </div>
      </form>
    </Part>
  )
}
