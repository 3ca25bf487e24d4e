import type { Content } from '../../../../../shared/content.ts'
import { useText } from '../../../text/language.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { money } from '../../../text/units.ts'
import { Caption } from './caption.tsx'
import { Card } from './card.tsx'

/** A basket from the shop's catalogue. */
export function Order({ order }: { order: NonNullable<Content['order']> }) {
  const text = useText()
  const { order: words } = useThreadWords()
  const { id, items, total, currency, status = '' } = order
  const known = new Map(Object.entries(words.status))
  return (
    <Card>
      <Caption kind="order" />
      <p className="flex justify-between gap-3 text-sm font-medium">
        {items !== undefined && <span>{words.items(items)}</span>}
        {total !== undefined && (
          <span className="tabular-nums">{money(total, currency, text)}</span>
        )}
      </p>
      <p className="text-xs [overflow-wrap:anywhere] text-ink/75">
        {[words.number(id), known.get(status.toLowerCase()) ?? status].filter(Boolean).join(' · ')}
      </p>
    </Card>
  )
}
