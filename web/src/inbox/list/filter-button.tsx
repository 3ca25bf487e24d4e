import { ListFilter } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { loadListWords } from '../../text/list/use-list-words.ts'
import { IconButton } from '../../ui/button.tsx'
import { narrowed } from '../filter.ts'

const FilterPanel = lazy(async () => {
  const [{ FilterPanel }] = await Promise.all([import('./later/filter-panel.tsx'), loadListWords()])
  return { default: FilterPanel }
})

/** The way to what the list shows; says how much is left out. */
export function FilterButton() {
  const { list } = useText()
  const { filter } = usePlace()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const count = narrowed(filter)
  return (
    <>
      <IconButton
        ref={button}
        label={list.filters(count)}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-testid="filter"
        onClick={() => setOpen(true)}
        className="relative shrink-0 bg-hover"
      >
        <ListFilter aria-hidden className="size-4.5" />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute -top-1 -right-1 min-w-4.5 rounded-full bg-accent px-1 text-center text-[11px]/4.5 font-semibold text-on-accent tabular-nums"
          >
            {count}
          </span>
        )}
      </IconButton>
      {open && (
        <Suspense>
          <FilterPanel at={button.current} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
