import { Check, MessageCircle, Settings, Smartphone, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { hrefOf, type Place, usePlace } from '../place.ts'
import { useUser } from '../session.ts'
import { useCounts } from '../sidebar/counts.ts'
import { useFirstRunWords } from '../text/first-run/use-first-run-words.ts'

/** A shop without chats: what to do next. */
export function FirstRun() {
  const words = useFirstRunWords()
  const { role } = useUser()
  return (
    <div data-testid="first-run" className="grid max-w-sm gap-4 p-6">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{words.title}</h2>
        <p className="text-muted">{role === 'admin' ? words.admin : words.agent}</p>
      </div>
      {role === 'admin' && <Steps />}
    </div>
  )
}

function Steps() {
  const words = useFirstRunWords()
  const connected = useCounts(({ channel }) => channel?.state === 'connected')
  return (
    <ol className="grid gap-2.5 text-[15px]">
      {connected ? (
        <Step picture={<Check className="size-4 text-accent" />}>{words.connected}</Step>
      ) : (
        <Step picture={<MessageCircle className="size-4" />}>
          <To health>{words.connect}</To>
        </Step>
      )}
      <Step picture={<Smartphone className="size-4" />}>{words.write}</Step>
      <Step picture={<Settings className="size-4" />}>
        <To page="settings">{words.settings}</To>
      </Step>
      <Step picture={<UsersRound className="size-4" />}>
        <To page="team">{words.team}</To>
      </Step>
    </ol>
  )
}

const Step = ({ picture, children }: { picture: ReactNode; children: ReactNode }) => (
  <li className="flex items-start gap-3">
    <span
      aria-hidden
      className="grid size-8 shrink-0 place-items-center rounded-full bg-hover text-muted"
    >
      {picture}
    </span>
    <span className="min-w-0 pt-1">{children}</span>
  </li>
)

function To({ children, ...to }: Pick<Place, 'health' | 'page'> & { children: ReactNode }) {
  const { base, filter } = usePlace()
  return (
    <Link
      href={hrefOf({ base, filter, customer: false, ...to })}
      className="text-accent underline underline-offset-2"
    >
      {children}
    </Link>
  )
}
