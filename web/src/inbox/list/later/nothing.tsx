import { SearchX } from 'lucide-react'
import { useLocation } from 'wouter'
import { hrefOf, usePlace } from '../../../place.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { Button } from '../../../ui/button.tsx'

/** Nothing is like what somebody asked for; the way back to everything. */
export function Nothing() {
  const { nothing: words } = useListWords()
  const { base, filter, ...place } = usePlace()
  const [, navigate] = useLocation()
  return (
    <div
      role="status"
      data-testid="nothing"
      className="grid justify-items-center gap-2 p-8 text-center"
    >
      <SearchX aria-hidden className="size-8 text-muted" strokeWidth={1.5} />
      <p className="font-semibold">{words.title}</p>
      <p className="max-w-full break-words text-sm text-muted">
        {filter.q ? words.searched(filter.q) : words.filtered}
      </p>
      <Button
        className="mt-2"
        onClick={() => navigate(hrefOf({ ...place, base, filter: { view: 'all' } }))}
      >
        {words.clear}
      </Button>
    </div>
  )
}
