import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment } from 'react'
import { capsOf } from './keys.ts'

/** Not every font has them. */
const pictures = { '↓': ArrowDown, '↑': ArrowUp }

function Cap({ cap }: { cap: string }) {
  const Picture = cap in pictures ? pictures[cap as keyof typeof pictures] : undefined
  return Picture ? <Picture role="img" aria-label={cap} className="inline size-3" /> : cap
}

/** Keys as they are printed. */
export function Caps({ keys, after }: { keys: string; after: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      {capsOf(keys).map((press, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: keys never change their order
        <Fragment key={at}>
          {at > 0 && <span>{after}</span>}
          {press.map((cap) => (
            <kbd
              key={cap}
              className="min-w-6 rounded-md border border-line bg-hover px-1.5 py-0.5 text-center font-sans text-ink"
            >
              <Cap cap={cap} />
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  )
}
