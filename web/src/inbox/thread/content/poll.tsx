import type { Content } from '../../../../../shared/content.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'

/** What could be answered, and how many did. */
export function Poll({ poll: { options, limit } }: { poll: NonNullable<Content['poll']> }) {
  const { poll } = useThreadWords()
  const most = Math.max(1, ...options.map(({ votes }) => votes))
  const total = options.reduce((sum, { votes }) => sum + votes, 0)
  return (
    <div className="my-1 grid w-72 max-w-full gap-2">
      <p className="text-xs text-ink/75">
        {limit === 1 ? poll.one : poll.several} · {poll.votes(total)}
      </p>
      <ul className="grid gap-2">
        {options.map(({ name, votes }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a poll's answers never change places
          <li key={at} className="grid gap-1 text-sm">
            <span className="flex gap-2">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
              <span aria-hidden className="tabular-nums">
                {votes}
              </span>
              <span className="sr-only">{poll.votes(votes)}</span>
            </span>
            <span aria-hidden className="h-1.5 rounded-full bg-ink/15">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(votes / most) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
