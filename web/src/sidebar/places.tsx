import {
  Bot,
  CircleCheck,
  CirclePause,
  Hand,
  Inbox,
  type LucideIcon,
  Mail,
  MessageCircle,
  Send,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { Link } from 'wouter'
import type { Filter } from '../inbox/filter.ts'
import { hrefOf, usePlace } from '../place.ts'
import { useText } from '../text/language.ts'
import { cn } from '../ui/class-names.ts'
import { useCounts } from './counts.ts'
import { wide } from './wide.ts'

const views = { all: Inbox, mine: UserRound, unassigned: Hand }
const modes = { bot: Bot, agent: UsersRound, paused: CirclePause, closed: CircleCheck }
const channels = { whatsapp: MessageCircle, telegram: Send, email: Mail }
const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[]

/** The ways into the chats, each with its number. */
export function Places() {
  const text = useText()
  const counts = useCounts()
  const { filter } = usePlace()
  const plain = !filter.mode && !filter.channel
  return (
    <>
      <Group title={text.sidebar.views}>
        {keysOf(views).map((view) => (
          <Way
            key={view}
            to={{ view }}
            chosen={plain && filter.view === view}
            picture={views[view]}
            label={text.view[view]}
            count={counts[view]}
          />
        ))}
      </Group>
      <Group title={text.sidebar.modes}>
        {keysOf(modes).map((mode) => (
          <Way
            key={mode}
            to={{ view: 'all', mode }}
            chosen={filter.mode === mode}
            picture={modes[mode]}
            label={text.mode[mode]}
            count={counts.modes?.[mode]}
          />
        ))}
      </Group>
      <Group title={text.sidebar.channels}>
        {keysOf(channels).map((channel) => (
          <Way
            key={channel}
            to={{ view: 'all', channel }}
            chosen={filter.channel === channel}
            picture={channels[channel]}
            label={text.channel[channel]}
            count={counts.channels?.[channel]}
          />
        ))}
      </Group>
    </>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-1">
      <h2 className={cn('px-2.5 pb-1 text-xs font-medium text-muted', wide)}>{title}</h2>
      <ol className="grid gap-0.5">{children}</ol>
    </section>
  )
}

interface WayProps {
  to: Filter
  chosen: boolean
  picture: LucideIcon
  label: string
  count: number | undefined
}

function Way({ to, chosen, picture: Picture, label, count }: WayProps) {
  const { base } = usePlace()
  return (
    <li>
      <Link
        href={hrefOf({ base, customer: false, filter: to })}
        aria-current={chosen ? 'page' : undefined}
        title={label}
        className="flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-chosen aria-[current=page]:text-ink max-xl:not-group-data-drawer/side:h-11 max-xl:not-group-data-drawer/side:flex-col max-xl:not-group-data-drawer/side:justify-center max-xl:not-group-data-drawer/side:gap-0.5 max-xl:not-group-data-drawer/side:px-0"
      >
        <Picture aria-hidden className="size-4.5 shrink-0" />
        <span className="max-xl:not-group-data-drawer/side:sr-only min-w-0 flex-1 truncate">
          {label}
        </span>
        <span className="text-xs tabular-nums">{count ?? ''}</span>
      </Link>
    </li>
  )
}
