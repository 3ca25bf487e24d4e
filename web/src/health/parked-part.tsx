import { useEffect, useState } from 'react'
import { contract, type Parked } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ParkedItem } from './parked-item.tsx'
import { Part } from './part.tsx'

const pageSize = 10

/** Deliveries nobody could read, each kept whole, each to be tried again. */
export function ParkedPart({ count }: { count: number }) {
  const text = useText()
  const { parked: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [items, setItems] = useState<Parked[]>([])
  const [cursor, setCursor] = useState<string | null>(null)

  const load = async (after?: string) => {
    const page = await call(contract.listParked, { cursor: after, limit: pageSize })
    setItems((known) => (after ? [...known, ...page.items] : page.items))
    setCursor(page.cursor)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched again when their number changed
  useEffect(() => void attempt(() => load()), [count])

  return (
    <Part title={words.title} well={count === 0}>
      <p className="text-sm">{count === 0 ? words.none : words.why}</p>
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      {items.length > 0 && (
        <ol className="grid gap-3">
          {items.map((item) => (
            <ParkedItem key={item.id} item={item} />
          ))}
        </ol>
      )}
      {cursor && (
        <Button
          size="small"
          disabled={busy}
          className="justify-self-center"
          onClick={() => void attempt(() => load(cursor))}
        >
          {words.more}
        </Button>
      )}
    </Part>
  )
}
