import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { hrefOf, usePlace } from '../../place.ts'
import { useCounts } from '../../sidebar/counts.ts'
import { Drawer } from '../../sidebar/drawer.tsx'
import { useText } from '../../text/language.ts'
import { loadListWords } from '../../text/list/use-list-words.ts'
import { type Filter, narrowed } from '../filter.ts'
import { Connection } from './connection.tsx'
import { FilterButton } from './filter-button.tsx'
import { Search } from './search.tsx'

const FilterChips = lazy(async () => {
  const [{ FilterChips }] = await Promise.all([import('./later/filter-chips.tsx'), loadListWords()])
  return { default: FilterChips }
})

const usual = ['all', 'mine', 'unassigned'] as const

/** What the list shows: whose, in which mode, matching what. */
export function ChatListHead() {
  const text = useText()
  const place = usePlace()
  const { filter } = place
  const unsent = useCounts((counts) => counts.unsent ?? 0)
  // Where nothing went wrong nobody has to think of it.
  const views = unsent > 0 || filter.view === 'unsent' ? ([...usual, 'unsent'] as const) : usual
  const to = (change: Partial<Filter>) => hrefOf({ ...place, filter: { ...filter, ...change } })

  return (
    <header className="grid gap-3 p-3 pb-2">
      <div className="flex h-9 items-center gap-2">
        <Drawer />
        <h2 className="flex-1 text-lg font-semibold tracking-tight xl:pl-1.5">{text.list.label}</h2>
        <Connection />
      </div>
      <div className="flex items-center gap-2">
        <Search />
        <FilterButton />
      </div>
      <ol className="flex flex-wrap gap-0.5">
        {views.map((view) => (
          <li key={view} className="min-w-0">
            <Link
              href={to({ view })}
              aria-current={filter.view === view ? 'true' : undefined}
              className="flex items-center truncate rounded-full px-2.5 py-1.5 pointer-coarse:min-h-11 text-[13px] font-medium text-muted hover:bg-hover hover:text-ink aria-[current=true]:bg-chosen aria-[current=true]:text-ink"
            >
              {text.view[view]}
              {view === 'unsent' && unsent > 0 && (
                <span className="ml-1 rounded-full bg-danger px-1.5 text-xs font-semibold text-surface tabular-nums">
                  {unsent}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
      <Suspense>{narrowed(filter) > 0 && <FilterChips />}</Suspense>
    </header>
  )
}
