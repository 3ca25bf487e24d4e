import { ArrowLeft } from 'lucide-react'
import { Link } from 'wouter'
import type { Chat } from '../../../../shared/chat.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cn } from '../../ui/class-names.ts'
import { nameOf } from '../name.ts'
import { Details, Facts } from './details.tsx'
import { CustomerData } from './erasing/data.tsx'
import { Join } from './join.tsx'
import { Merged } from './merged.tsx'
import { Participants } from './participants.tsx'
import { Topics } from './topics.tsx'

/** Who the customer is, and room to put it right. */
export function CustomerPanel({ chat, className }: { chat: Chat; className?: string }) {
  const text = useText()
  const place = usePlace()
  const words = useThreadWords()
  const { role } = useUser()
  const { customer, isGroup, merged = [] } = chat
  const name = nameOf(chat, text)
  const label = isGroup ? words.group.label : text.customer.label

  return (
    <aside
      aria-label={label}
      className={cn(
        'flex flex-col overflow-y-auto border-l border-line bg-surface max-xl:flex-1 xl:w-[var(--customer-width,19rem)] xl:shrink-0',
        className,
      )}
    >
      <header className="flex h-15 shrink-0 items-center gap-2 px-3 xl:px-5">
        <Link
          href={hrefOf({ ...place, customer: false })}
          aria-label={text.close}
          title={text.close}
          className="grid size-9 place-items-center rounded-lg text-muted hover:bg-hover pointer-coarse:size-11 xl:hidden"
        >
          <ArrowLeft className="size-5" />
        </Link>
        <h2 className="flex-1 font-semibold">{label}</h2>
      </header>
      <div className="grid gap-5 px-5 pt-2 pb-6">
        <div className="grid justify-items-center gap-2 text-center">
          <Avatar name={name} image={customer.avatar} className="size-20 text-2xl" />
          <p className="text-lg font-semibold [overflow-wrap:anywhere]">{name}</p>
        </div>
        {!isGroup && <Details key={`details ${chat.id}`} chat={chat} />}
        <Facts chat={chat} since={words.group.since} />
        <Topics topics={chat.topics} />
        {isGroup && <Participants chatId={chat.id} />}
        {merged.length > 0 && <Merged chat={chat} />}
        {!isGroup && !customer.phone && <Join key={chat.id} chat={chat} />}
        {role === 'admin' && <CustomerData key={`data ${chat.id}`} chat={chat} />}
      </div>
    </aside>
  )
}
