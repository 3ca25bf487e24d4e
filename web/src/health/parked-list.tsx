import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import type { Parked } from '../../../shared/parked.ts'
import { call } from '../api.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ParkedItem } from './parked-item.tsx'

const pageSize = 10

interface Props {
  state: 'waiting' | 'dismissed'
  /** How many wait: asked again when that changes. */
  count: number
  /** Said when there are none. */
  none?: string
}

/** What was set aside, page by page. */
export function ParkedList({ state, count, none }: Props) {
  const text = useText()
  const { parked: words } = useHealthWords()
  const { attempt, busy, failure } = useAttempt()
  const [items, setItems] = useState<Parked[]>()
  const [cursor, setCursor] = useState<string | null>(null)

  const load = async (after?: string) => {
    const page = await call(contract.listParked, { state, cursor: after, limit: pageSize })
    setItems((known = []) => (after ? [...known, ...page.items] : page.items))
    setCursor(page.cursor)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched again when their number changed
  useEffect(() => void attempt(() => load()), [count])

  return (
    <>
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
      {items?.length === 0 && none && <p className="text-sm">{none}</p>}
      {items && items.length > 0 && (
        <ol className="grid items-start gap-3 lg:group-data-[wide=true]/part:grid-cols-2">
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
    </>
  )
}
