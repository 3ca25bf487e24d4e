import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as eg from '../../shared/example.ts'
import { useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { type Asked, network, refused } from './test/network.ts'
import { show } from './test/show.tsx'
import { type Language, speak } from './text/language.ts'

let calls: Asked[]

/** The first password opens one thing: the choice of another, which has to be long enough. */
function answer({ body }: Asked) {
  const { newPassword } = body as { newPassword?: string }
  if (newPassword === undefined) return refused(403, 'new_password_required')
  if (newPassword.length < 10) return refused(400, 'weak_password')
  return [200, { accessToken: 'token', expiresIn: 900, user: eg.user() }] as [number, unknown]
}

beforeEach(() => {
  useSession.setState({ state: 'out' }, true)
  calls = network(answer)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const words = {
  en: ['Username', 'Password', 'New password', 'Sign in', /Choose a password of your own/],
  id: ['Nama pengguna', 'Kata sandi', 'Kata sandi baru', 'Masuk', /Pilih kata sandi Anda sendiri/],
} as const

test.each<Language>(['en', 'id'])(
  'the first admin has to choose a password of their own, and is told so (%s)',
  async (language) => {
    await show(<SignIn />)
    await act(() => speak(language))
    const [username, password, newPassword, submit, hint] = words[language]
    const write = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    const enter = () => fireEvent.click(screen.getByRole('button', { name: submit }))
    write(username, 'bayu')
    write(password, 'abcd-efgh-jkmn')
    enter()
    await screen.findByText(hint)
    expect(screen.queryByRole('alert')).toBeNull()
    write(newPassword, 'rahasia-1')
    enter()
    await screen.findByRole('alert')
    write(newPassword, 'rahasia-saya-1')
    enter()
    await waitFor(() => expect(useSession.getState().state).toBe('in'))
    expect(calls.at(-1)?.body).toEqual({
      username: 'bayu',
      password: 'abcd-efgh-jkmn',
      newPassword: 'rahasia-saya-1',
    })
  },
)
