import type { Chat } from '../../../../shared/chat.ts'
import { useCustomerWords } from '../../text/customer/use-customer-words.ts'
import { useText } from '../../text/language.ts'
import { date } from '../../text/time.ts'
import { Badge } from '../../ui/badge.tsx'
import { numberOf } from '../name.ts'
import { InlineField } from './inline-field.tsx'

/** What the team knows of a customer, to be put right in place. */
export function Details({ chat }: { chat: Chat }) {
  const text = useText()
  const { customer } = text
  const words = useCustomerWords()
  return (
    <div className="grid gap-3.5">
      <InlineField
        chat={chat}
        name="name"
        label={customer.name}
        empty={words.addName}
        maxLength={100}
      />
      <dl>
        <Fact label={customer.phone} value={numberOf(chat, text)} />
      </dl>
      <InlineField
        chat={chat}
        name="email"
        label={customer.email}
        empty={words.addEmail}
        type="email"
        maxLength={200}
      />
      <InlineField
        chat={chat}
        name="address"
        label={customer.address}
        empty={words.addAddress}
        lines
        maxLength={500}
      />
      <InlineField
        chat={chat}
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        empty={words.addNotes}
        lines
        maxLength={1000}
      />
    </div>
  )
}

/** What nobody of the team can change. */
export function Facts({
  chat: { isGroup, channel, createdAt, labels = [] },
  since,
}: {
  chat: Chat
  since: string
}) {
  const text = useText()
  const words = useCustomerWords()
  return (
    <dl className="grid gap-3.5">
      <Fact label={text.customer.channel} value={text.channel[channel]} />
      <Fact label={isGroup ? since : words.firstSeen} value={date(createdAt, text)} />
      {labels.length > 0 && (
        <div>
          <dt className="pb-1 text-[13px] text-muted">{words.labels}</dt>
          <dd className="flex flex-wrap gap-1.5">
            {labels.map(({ name }) => (
              <Badge key={name} className="max-w-full truncate">
                {name}
              </Badge>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt className="text-[13px] text-muted">{label}</dt>
    <dd className="text-[15px] [overflow-wrap:anywhere]">{value}</dd>
  </div>
)
