import type { Health } from '../../../shared/health.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { Advice, Part } from './part.tsx'

/** What Balas does not take in, and what it asks for. */
export function TrafficPart({ ignored, calls }: Pick<Health, 'ignored' | 'calls'>) {
  const { traffic } = useHealthWords()
  const names = new Map(Object.entries(traffic.kinds))
  const counted = Object.entries(ignored).sort(([, a], [, b]) => b - a)
  return (
    <Part title={traffic.title}>
      {counted.length === 0 ? (
        <p className="text-sm">{traffic.none}</p>
      ) : (
        <ul className="grid gap-1 text-sm">
          {counted.map(([name, count]) => (
            <li key={name} className="flex justify-between gap-3">
              <span className="min-w-0 [overflow-wrap:anywhere]">{names.get(name) ?? name}</span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">{traffic.calls(calls.today, calls.allowed)}</p>
      {calls.today >= calls.allowed && <Advice>{traffic.callsAdvice}</Advice>}
    </Part>
  )
}
