import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { codeOf } from './api-error.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { signIn } from './session.ts'
import type { Text } from './text/en.ts'
import { useText } from './text/language.ts'
import { wordsFor } from './text/problem.ts'
import { Button, IconButton } from './ui/button.tsx'
import { Field } from './ui/field.tsx'
import { Logo } from './ui/logo.tsx'
import { Notice } from './ui/notice.tsx'

export function SignIn() {
  const text = useText()
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-canvas p-4">
      <div className="grid w-full max-w-sm gap-6 py-8">
        <header className="grid justify-items-center gap-2 text-center">
          <Logo className="size-14" />
          <h1 className="text-2xl font-semibold tracking-tight">Balas</h1>
          <p className="text-muted">{text.tagline}</p>
        </header>
        <Credentials />
        <LanguageSwitch className="justify-self-center" />
      </div>
    </main>
  )
}

function Credentials() {
  const text = useText()
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const [code, setCode] = useState<string>()
  const renewing = code === 'new_password_required' || code === 'weak_password'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const field = (name: string) => String(new FormData(event.currentTarget).get(name) ?? '')
    const newPassword = field('newPassword')
    const credentials = { username: field('username'), password: field('password') }
    setBusy(true)
    try {
      await signIn({ ...credentials, ...(newPassword && { newPassword }) })
    } catch (error) {
      setCode(codeOf(error))
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={submit}
      className="grid gap-4 rounded-2xl border border-line bg-surface p-6 shadow-sm"
    >
      {code && code !== 'new_password_required' && <Notice>{refusal(code, text)}</Notice>}
      <Field
        label={text.signIn.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
      />
      <Field
        label={text.signIn.password}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        className="pr-11"
        after={
          <IconButton
            label={shown ? text.signIn.hide : text.signIn.show}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff className="size-4" /> : <Eye className="size-4" />}
          </IconButton>
        }
      />
      {renewing && (
        <Field
          label={text.signIn.newPassword}
          hint={text.signIn.newPasswordHint}
          name="newPassword"
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          minLength={8}
          required
          autoFocus
        />
      )}
      <Button type="submit" look="primary" size="large" disabled={busy} className="mt-1">
        {text.signIn.submit}
      </Button>
    </form>
  )
}

function refusal(code: string, text: Text): string {
  const { wrong, disabled, unreachable } = text.signIn
  const words: Record<string, string> = {
    not_signed_in: wrong,
    forbidden: disabled,
    unreachable,
  }
  return words[code] ?? wordsFor(code, text)
}
