import { ChevronDown } from 'lucide-react'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { IconButton } from '../../ui/button.tsx'

/** The way down, and how much that nobody has seen waits there. */
export function ToNewest({ count, onClick }: { count: number; onClick: () => void }) {
  const text = useText()
  const { news } = useThreadWords()
  const label = count > 0 ? `${text.thread.newest}, ${news.count(count)}` : text.thread.newest
  return (
    <div className="absolute right-4 bottom-4">
      <IconButton
        look="outline"
        size="round"
        label={label}
        data-testid="to-newest"
        onClick={onClick}
        className="shadow-md"
      >
        <ChevronDown aria-hidden className="size-5" />
      </IconButton>
      {count > 0 && (
        <span
          aria-hidden
          className="pointer-events-none absolute -top-1.5 -right-1 grid h-5 min-w-5 place-content-center rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent tabular-nums"
        >
          {count}
        </span>
      )}
    </div>
  )
}
