import {
  Bot,
  CircleAlert,
  CircleCheck,
  CirclePause,
  Hand,
  Inbox,
  Mail,
  MessageCircle,
  Send,
  UserRound,
  UsersRound,
} from 'lucide-react'
import { type Filter, narrowed } from '../inbox/filter.ts'
import { hrefOf, usePlace } from '../place.ts'
import { useText } from '../text/language.ts'
import { cn } from '../ui/class-names.ts'
import { useChannels, useCounts } from './counts.ts'
import { Way } from './way.tsx'
import { wide } from './wide.ts'

const views = { all: Inbox, mine: UserRound, unassigned: Hand }
const modes = { bot: Bot, agent: UsersRound, paused: CirclePause, closed: CircleCheck }
const channelPictures = { whatsapp: MessageCircle, telegram: Send, email: Mail }
const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[]

/** The ways into the chats, each with its number. */
export function Places() {
  const text = useText()
  const counts = useCounts()
  const { base, filter, health, page } = usePlace()
  const chats = !health && !page
  const plain = chats && narrowed(filter) === 0
  const only = chats && narrowed(filter) === 1
  const channels = useChannels(filter.channel)
  const unsent = filter.view === 'unsent'
  const to = (wanted: Filter) => hrefOf({ base, customer: false, filter: wanted })
  return (
    <>
      <Group title={text.sidebar.views}>
        {keysOf(views).map((view) => (
          <Way
            key={view}
            href={to({ view })}
            chosen={plain && filter.view === view}
            picture={views[view]}
            label={text.view[view]}
            count={counts[view]}
          />
        ))}
        <Way
          href={to({ view: 'all', unread: 'true' })}
          chosen={only && filter.unread === 'true'}
          picture={Mail}
          label={text.sidebar.unread}
          count={counts.unread}
        />
        {(unsent || Boolean(counts.unsent)) && (
          <Way
            href={to({ view: 'unsent' })}
            chosen={plain && unsent}
            picture={CircleAlert}
            label={text.view.unsent}
            alarm={counts.unsent ?? 0}
            alarmLabel={text.sidebar.unsent}
          />
        )}
      </Group>
      <Group title={text.sidebar.modes}>
        {keysOf(modes).map((mode) => (
          <Way
            key={mode}
            href={to({ view: 'all', mode })}
            chosen={only && filter.mode === mode}
            picture={modes[mode]}
            label={text.mode[mode]}
            count={counts.modes?.[mode]}
          />
        ))}
      </Group>
      <Group title={text.sidebar.channels}>
        {channels.map((channel) => (
          <Way
            key={channel}
            href={to({ view: 'all', channel })}
            chosen={only && filter.channel === channel}
            picture={channelPictures[channel]}
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
