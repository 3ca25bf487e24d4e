import type { LedgerEntry } from '../../../shared/health.ts'
import type { HealthWords } from '../text/health/en.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { clock, moment } from '../text/time.ts'
import { Advice, Part } from './part.tsx'

const shown = 10

/** Is all that WhatsApp has here too? */
export function LedgerPart({ ledger, well }: { ledger: LedgerEntry[]; well: boolean }) {
  const text = useText()
  const { ledger: words } = useHealthWords()
  const [last] = ledger
  const { columns } = words
  return (
    <Part title={words.title} {...(last && { well })}>
      <p className="text-[13px] text-muted">{words.why}</p>
      {!last && <p className="text-sm">{words.none}</p>}
      {last?.problem && (
        <Advice>
          {words.problem} {last.problem}
        </Advice>
      )}
      {last && !last.problem && <p className="text-sm">{resultOf(last, words)}</p>}
      {last && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard
        <section aria-label={words.runs} tabIndex={0} className="overflow-x-auto">
          <table className="w-full text-left text-[13px] whitespace-nowrap tabular-nums">
            <thead className="text-muted">
              <tr>
                {Object.values(columns).map((name) => (
                  <th key={name} scope="col" className="py-1 pr-4 font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ledger.slice(0, shown).map((it) => (
                <tr key={it.checkedAt} className="border-t border-line">
                  <td className="py-1 pr-4">{moment(it.checkedAt, text)}</td>
                  <td className="py-1 pr-4">
                    {clock(it.from, text)}–{clock(it.to, text)}
                  </td>
                  {it.problem ? (
                    <td colSpan={3} title={it.problem} className="py-1 text-danger">
                      {words.failed}
                    </td>
                  ) : (
                    [it.received, it.stored, it.recovered].map((count, at) => (
                      <td key={Object.keys(columns)[at + 2]} className="py-1 pr-4">
                        {count}
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Part>
  )
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
