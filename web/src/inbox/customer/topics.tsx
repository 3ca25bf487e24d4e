import type { Chat } from '../../../../shared/chat.ts'
import { useCustomerWords } from '../../text/customer/use-customer-words.ts'
import { useText } from '../../text/language.ts'
import { date } from '../../text/time.ts'

/** What this customer wrote about before, newest first. */
export function Topics({ topics = [] }: Pick<Chat, 'topics'>) {
  const text = useText()
  const words = useCustomerWords()
  if (topics.length === 0) return null
  return (
    <section className="grid gap-2">
      <h3 className="text-[13px] text-muted">{words.topics}</h3>
      <ol className="grid gap-2">
        {topics.toReversed().map(({ text: topic, closedAt, by }) => (
          <li key={closedAt} className="text-sm">
            <p className="[overflow-wrap:anywhere]">{topic}</p>
            <p className="text-[13px] text-muted">
              {date(closedAt, text)} · {by}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
