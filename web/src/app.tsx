import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { User } from '../../shared/user.ts'
import { whenIdle } from './idle.ts'
import { restore, useSession } from './session.ts'
import { SignIn } from './sign-in.tsx'
import { useText } from './text/language.ts'
import { Button } from './ui/button.tsx'
import { Spinner } from './ui/spinner.tsx'

let loaded: ComponentType | undefined
/** Once it is here, nothing is shown in its place. */
export async function loadDashboard() {
  const dashboard = await import('./dashboard.tsx')
  loaded = dashboard.Dashboard
  return dashboard
}
const DashboardLater = lazy(async () => ({ default: (await loadDashboard()).Dashboard }))

const homeOf = ({ role }: User) => (role === 'admin' ? '/dashboard-admin' : '/dashboard-agent')
const under = (base: string, path: string) => path === base || path.startsWith(`${base}/`)

/** A link to a chat leads there for every role, each in its own place. */
const inOwnPlace = (path: string, search: string, home: string) =>
  path.includes('/chats/') ? home + path.slice(path.indexOf('/chats/')) + search : home

/** The link that this page was opened by, until somebody who had to sign in first has followed it. */
let opened: { path: string; search: string } | undefined = {
  path: location.pathname,
  search: location.search,
}

/** Where somebody who just signed in wanted to go, else their own place. */
function Wanted({ home }: { home: string }) {
  const [to] = useState(() => {
    const goal = opened ? inOwnPlace(opened.path, opened.search, home) : home
    opened = undefined
    return goal
  })
  return <Redirect to={to} replace />
}

/** Nothing but the sign-in can be reached by whoever is not signed in, and each role has its own place. */
export function App() {
  const session = useSession()
  const [path] = useLocation()
  const text = useText()
  const [Dashboard] = useState(() => loaded ?? DashboardLater)
  // While somebody types their password, what comes after it is fetched.
  useEffect(
    () =>
      void whenIdle()
        .then(loadDashboard)
        .catch(() => {}),
    [],
  )

  if (session.state === 'restoring') return <Spinner label={text.loading} />
  if (session.state === 'unreachable') return <Unreachable />
  if (session.state === 'out') {
    return path === '/login' ? <SignIn /> : <Redirect to="/login" replace />
  }
  const { user } = session
  const home = homeOf(user)
  if (!under(home, path)) {
    const admits = user.role === 'admin' && under('/dashboard-agent', path)
    if (path === '/login') return <Wanted home={home} />
    if (!admits) return <Redirect to={inOwnPlace(path, location.search, home)} replace />
  }
  return (
    <Suspense fallback={<Spinner label={text.loading} />}>
      <Dashboard key={user.id} />
    </Suspense>
  )
}

function Unreachable() {
  const text = useText()
  return (
    <Centre>
      <p>{text.signIn.unreachable}</p>
      <Button look="primary" onClick={() => void restore()}>
        {text.tryAgain}
      </Button>
    </Centre>
  )
}

const Centre = ({ children }: { children: ReactNode }) => (
  <main className="grid h-full place-content-center justify-items-center gap-4 p-6 text-center">
    {children}
  </main>
)
