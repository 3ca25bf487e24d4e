import { Link } from 'wouter'
import { hrefOf, usePlace } from '../../../place.ts'
import { useCustomerWords } from '../../../text/customer/use-customer-words.ts'
import { useText } from '../../../text/language.ts'
import { wordsFor } from '../../../text/problem.ts'
import { moment } from '../../../text/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Erasing, eraseCustomer, save } from './erasing.ts'

/** Stands where the chat was: how far its erasing is, and then the receipt. */
export function Erased({ chatId, erasing }: { chatId: string; erasing: Erasing }) {
  const text = useText()
  const { data: words } = useCustomerWords()
  const { base, filter } = usePlace()
  const { receipt, problem } = erasing
  const done = receipt?.done
  return (
    <section
      aria-label={words.receipt}
      data-testid="erased"
      className="mx-auto grid max-w-md flex-1 content-center gap-4 p-6"
    >
      <h2 className="text-lg font-semibold" role="status">
        {done ? words.done : words.erasing}
      </h2>
      {receipt?.erasedAt && done && (
        <>
          <dl className="grid gap-2">
            <Fact label={words.when} value={`${moment(receipt.erasedAt, text)} · ${receipt.by}`} />
            <Fact label={words.messages} value={String(receipt.messages)} />
            <Fact label={words.chats} value={String(receipt.chats)} />
            <Fact label={words.parked} value={String(receipt.parked)} />
            <Fact label={words.rows} value={String(receipt.rows)} />
          </dl>
          <p className="text-sm">
            {receipt.recoverableUntil
              ? words.recoverable(moment(receipt.recoverableUntil, text))
              : words.notRecoverable}
          </p>
          <p className="text-sm text-muted">{words.elsewhere}</p>
        </>
      )}
      {problem && (
        <Notice>
          {wordsFor(problem, text)}
          <Button size="small" onClick={() => void eraseCustomer(chatId)}>
            {text.tryAgain}
          </Button>
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        {receipt && done && (
          <Button onClick={() => save(`erased-${chatId}.json`, receipt)}>{words.keep}</Button>
        )}
        <Link href={hrefOf({ base, filter, customer: false })} className="text-accent underline">
          {text.thread.back}
        </Link>
      </div>
    </section>
  )
}

const Fact = ({ label, value }: { label: string; value: string }) => (
  <div className="flex justify-between gap-4 text-[15px]">
    <dt className="text-muted">{label}</dt>
    <dd className="text-right tabular-nums">{value}</dd>
  </div>
)
