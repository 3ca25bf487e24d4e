import { ArrowLeft, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { date } from '../../text/time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/class-names.ts'
import { nameOf, numberOf } from '../name.ts'
import { CustomerForm } from './customer-form.tsx'
import { Join } from './join.tsx'
import { Merged } from './merged.tsx'
import { Participants } from './participants.tsx'

/** Who the customer is, and room to put it right. */
export function CustomerPanel({ chat, className }: { chat: Chat; className?: string }) {
  const text = useText()
  const place = usePlace()
  const [editing, setEditing] = useState(false)
  const words = useThreadWords()
  const { customer, channel, createdAt, isGroup, merged = [] } = chat
  const { email, address, avatar } = customer
  const name = nameOf(chat, text)
  const label = isGroup ? words.group.label : text.customer.label

  return (
    <aside
      aria-label={label}
      className={cn(
        'flex flex-col overflow-y-auto border-l border-line bg-surface max-xl:flex-1 xl:w-76 xl:shrink-0',
        className,
      )}
    >
      <header className="flex h-15 shrink-0 items-center gap-2 px-3 xl:px-5">
        <Link
          href={hrefOf({ ...place, customer: false })}
          aria-label={text.close}
          title={text.close}
          className="grid size-9 place-items-center rounded-lg text-muted hover:bg-hover xl:hidden"
        >
          <ArrowLeft className="size-5" />
        </Link>
        <h2 className="flex-1 font-semibold">{label}</h2>
        {!editing && !isGroup && (
          <Button size="small" look="quiet" onClick={() => setEditing(true)}>
            <Pencil aria-hidden className="size-3.5" />
            {text.customer.edit}
          </Button>
        )}
      </header>
      <div className="grid gap-5 px-5 pt-2 pb-6">
        <div className="grid justify-items-center gap-2 text-center">
          <Avatar name={name} image={avatar} className="size-20 text-2xl" />
          <p className="text-lg font-semibold [overflow-wrap:anywhere]">{name}</p>
        </div>
        {editing ? (
          <CustomerForm chat={chat} onDone={() => setEditing(false)} />
        ) : (
          <dl className="grid gap-4">
            {!isGroup && (
              <>
                <Fact label={text.customer.phone} value={numberOf(chat, text)} />
                <Fact label={text.customer.email} value={email} />
                <Fact label={text.customer.address} value={address} />
              </>
            )}
            <Fact label={text.customer.channel} value={text.channel[channel]} />
            <Fact
              label={isGroup ? words.group.since : text.customer.since}
              value={date(createdAt, text)}
            />
          </dl>
        )}
        {isGroup && <Participants chatId={chat.id} />}
        {merged.length > 0 && <Merged chat={chat} />}
        {!isGroup && !customer.phone && <Join key={chat.id} chat={chat} />}
      </div>
    </aside>
  )
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  const { customer } = useText()
  return (
    <div>
      <dt className="text-[13px] text-muted">{label}</dt>
      <dd
        className={cn(
          'text-[15px] [overflow-wrap:anywhere] whitespace-pre-line',
          !value && 'text-muted',
        )}
      >
        {value || customer.none}
      </dd>
    </div>
  )
}
