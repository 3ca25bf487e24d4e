import { useThreadWords } from '../../text/thread/use-thread-words.ts'

/** Stands above the first message that is new. */
export function NewMark() {
  const { news } = useThreadWords()
  return (
    <div className="flex items-center gap-3 py-2 text-xs font-semibold text-accent">
      <span aria-hidden className="h-px flex-1 bg-accent/50" />
      <h3 data-testid="new-messages">{news.mark}</h3>
      <span aria-hidden className="h-px flex-1 bg-accent/50" />
    </div>
  )
}
