import type * as z from 'zod/mini'
import { create } from 'zustand'
import type { Session } from '../../shared/contract/session.ts'
import { sessionContract } from '../../shared/contract/session.ts'
import { User } from '../../shared/user.ts'
import { ApiError } from './api-error.ts'
import { forgetAnswers } from './early/answers.ts'
import { enteredKey, leavingKey } from './early/here.ts'
import { request } from './request.ts'

type SignedIn = { state: 'in'; user: User; accessToken: string; expiresAt: number }
type Entrance = { state: 'restoring' } | { state: 'unreachable' } | { state: 'out' } | SignedIn

/** Who is signed in. The access token lives here, in memory, and nowhere else. */
export const useSession = create<Entrance>(() => ({ state: 'restoring' }))

/** After so long of no answer, one starts with what is here. */
const slowMs = 3_000
const earlyMs = 60_000
let renewal: Promise<void> | undefined
let alarm: ReturnType<typeof setTimeout> | undefined

export function accessToken(): string | undefined {
  const session = useSession.getState()
  return session.state === 'in' ? session.accessToken : undefined
}

export function useUser(): User {
  const session = useSession()
  if (session.state !== 'in') throw new Error('Nobody is signed in')
  return session.user
}

function enter({ accessToken, expiresIn, user }: Session) {
  const lifeMs = expiresIn * 1000
  const expiresAt = Date.now() + lifeMs
  useSession.setState({ state: 'in', user, accessToken, expiresAt }, true)
  localStorage.setItem(enteredKey, JSON.stringify(user))
  clearTimeout(alarm)
  alarm = setTimeout(() => void renew().catch(() => {}), Math.max(lifeMs - earlyMs, lifeMs / 2))
}

function leave() {
  clearTimeout(alarm)
  forgetAnswers()
  useSession.setState({ state: 'out' }, true)
  if (!localStorage.getItem(enteredKey)) return
  localStorage.removeItem(enteredKey)
  // A browser that keeps nothing has nothing to forget.
  void import('./offline/kept.ts').then(({ forgetKept }) => forgetKept()).catch(() => {})
}

/** Without a token, until there is an answer again: the first call asks for one. */
function enterOffline(): boolean {
  const { data: user } = User.safeParse(JSON.parse(localStorage.getItem(enteredKey) ?? 'null'))
  if (!user) return false
  useSession.setState({ state: 'in', user, accessToken: '', expiresAt: 0 }, true)
  return true
}

export async function signIn(
  credentials: z.input<typeof sessionContract.signIn.input>,
): Promise<void> {
  enter(await request(sessionContract.signIn, credentials))
  localStorage.removeItem(leavingKey)
}

/** Many may ask at once, one call is made. A refusal signs out; an unreachable server does not. */
export function renew(): Promise<void> {
  renewal ??= request(sessionContract.renew, {})
    .then(
      (session) => {
        if (useSession.getState().state !== 'out') enter(session)
      },
      (error) => {
        if (error instanceof ApiError && [401, 403].includes(error.status)) leave()
        throw error
      },
    )
    .finally(() => {
      renewal = undefined
    })
  return renewal
}

/** A token that will last a while yet. */
export async function freshToken(): Promise<string> {
  const session = useSession.getState()
  if (session.state === 'in' && session.expiresAt - Date.now() < earlyMs) await renew()
  return accessToken() ?? ''
}

/**
 * Finds out from the cookie who is signed in, if anybody ever did here, and finishes a sign-out that was cut
 * off. Whoever was here before does not wait for a network that is not there.
 */
export async function restore(): Promise<void> {
  if (localStorage.getItem(leavingKey)) return signOut()
  if (!localStorage.getItem(enteredKey)) return leave()
  const renewed = renew().catch(() => {
    if (useSession.getState().state === 'restoring' && !enterOffline()) {
      useSession.setState({ state: 'unreachable' }, true)
    }
  })
  const tired = new Promise<void>((resolve) => {
    setTimeout(() => {
      if (useSession.getState().state === 'restoring' && enterOffline()) resolve()
    }, slowMs)
  })
  await Promise.race([renewed, tired])
}

/** Leaves at once here and in every other tab; the server is told, now or at the next visit. */
export async function signOut(): Promise<void> {
  leave()
  localStorage.setItem(leavingKey, '1')
  const told = await request(sessionContract.signOut, {}).then(
    () => true,
    () => false,
  )
  if (told) localStorage.removeItem(leavingKey)
}

window.addEventListener('storage', ({ key, newValue }) => {
  if (key === leavingKey && newValue) leave()
})
