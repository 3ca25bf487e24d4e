import type { LedgerEntry } from '../../../shared/health.ts'
import type { HealthWords } from '../text/health/en.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { clock, moment } from '../text/time.ts'
import { Advice, Part } from './part.tsx'
import { Technical } from './technical.tsx'

const shown = 10

/** Is all that WhatsApp has here too? */
export function LedgerPart({ ledger, well }: { ledger: LedgerEntry[]; well: boolean }) {
  const { ledger: words } = useHealthWords()
  const [last] = ledger
  return (
    <Part title={words.title} {...(last && !(well && last.problem) && { well })}>
      <p className="text-[13px] text-muted">{words.why}</p>
      {!last && <p className="text-sm">{words.none}</p>}
      {last && !last.problem && <p className="text-sm">{resultOf(last, words)}</p>}
      {last?.problem && (
        <>
          <Advice>{troubleOf(last, words)}</Advice>
          <Technical>
            <p>{last.problem}</p>
          </Technical>
        </>
      )}
      {last && (
        <ol aria-label={words.runs} className="grid text-[13px]">
          {ledger.slice(0, shown).map((it) => (
            <Run key={it.checkedAt} entry={it} />
          ))}
        </ol>
      )}
    </Part>
  )
}

function Run({ entry }: { entry: LedgerEntry }) {
  const text = useText()
  const { ledger: words } = useHealthWords()
  const { checkedAt, from, to, received, stored, recovered, problem } = entry
  const counts = [
    [words.received, received],
    [words.stored, stored],
    [words.fetched, recovered],
  ] as const
  // What could not be stored is no failure of the comparison.
  const isDone = !problem || entry.cause?.code === 'not_stored'
  return (
    <li className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5">
      <p>
        <time dateTime={checkedAt}>{moment(checkedAt, text)}</time>{' '}
        <span className="block text-muted">{words.period(clock(from, text), clock(to, text))}</span>
      </p>
      {isDone ? (
        <dl className="flex flex-wrap gap-x-3 tabular-nums">
          {counts.map(([label, count]) => (
            <div key={label} className="flex gap-1">
              <dt className="text-muted">{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-danger">{words.failed}</p>
      )}
    </li>
  )
}

/** What went wrong and what becomes of it. What was told long ago has its own words only. */
function troubleOf({ cause, problem }: LedgerEntry, words: HealthWords['ledger']): string {
  if (cause?.code === 'not_stored') return words.notStored(cause.count ?? 1)
  if (!cause) return `${words.problem} ${problem}`
  const code = Object.hasOwn(words.cause, cause.code) ? cause.code : 'no_answer'
  return `${words.problem} ${words.cause[code as keyof typeof words.cause]}`
}

function resultOf(
  { received, stored, recovered }: LedgerEntry,
  words: HealthWords['ledger'],
): string {
  const missing = received - stored - recovered
  return [
    received === 0 && words.nothing,
    received > 0 && missing <= 0 && recovered === 0 && words.even(received),
    recovered > 0 && words.recovered(recovered),
    missing > 0 && words.missing(missing),
  ]
    .filter(Boolean)
    .join(' ')
}
