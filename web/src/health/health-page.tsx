import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import { useCounts } from '../sidebar/counts.ts'
import { Drawer } from '../sidebar/drawer.tsx'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { clock } from '../text/time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ChannelPart } from './channel-part.tsx'
import { loadHealth, troublesOf, useHealth } from './health.ts'
import { LedgerPart } from './ledger-part.tsx'
import { MessagesPart } from './messages-part.tsx'
import { ParkedPart } from './parked-part.tsx'
import { QueuesPart } from './queues-part.tsx'
import { SettingsLink } from './settings-link.tsx'
import { TrafficPart } from './traffic-part.tsx'

/** A picture to scan is soon replaced by the next one, and whoever was asked how it is answers soon. */
const soonMs = 10_000

/** How the whole is doing, and what to do where it is not well. Looked at again whenever somebody comes back to it. */
export function HealthPage() {
  const text = useText()
  const words = useHealthWords()
  const { health, busy, problem, loadedAt } = useHealth()
  const state = useCounts(({ channel }) => channel?.state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the channel's state is one of the things shown
  useEffect(() => void loadHealth(), [state])
  useEffect(() => {
    const look = () => void loadHealth()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [])
  const changes = health !== undefined && health.channel.state !== 'connected'
  useEffect(() => {
    if (!changes) return
    const timer = setInterval(() => document.hidden || void loadHealth(), soonMs)
    return () => clearInterval(timer)
  }, [changes])
  const isKnown = health?.channel.state !== 'unknown'
  const wrong = health ? troublesOf(health) : []
  const well = (...names: (typeof wrong)[number][]) => !names.some((name) => wrong.includes(name))

  return (
    <div
      data-testid="health"
      className="min-h-0 flex-1 overflow-y-auto bg-canvas max-md:[&_:is(a,button,select,summary)]:min-h-11 max-md:[&_button]:min-w-11"
    >
      <div className="mx-auto grid max-w-5xl gap-4 p-3 md:p-6">
        <header className="flex min-h-9 flex-wrap items-center gap-2">
          <div className="md:hidden">
            <Drawer />
          </div>
          <h2 className="text-lg font-semibold tracking-tight">{words.title}</h2>
          {health && (
            <p
              role="status"
              className="min-w-0 flex-1 text-sm text-muted max-md:order-last max-md:basis-full"
            >
              {wrong.length ? words.trouble(wrong.length) : isKnown ? words.fine : words.unsure}{' '}
              {words.at(clock(new Date(loadedAt).toISOString(), text))}
            </p>
          )}
          <Button
            size="small"
            disabled={busy}
            className="ml-auto"
            onClick={() => void loadHealth()}
          >
            <RefreshCw aria-hidden className="size-4" />
            {words.refresh}
          </Button>
        </header>
        {problem && <Notice>{wordsFor(problem, text)}</Notice>}
        {health ? (
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <ChannelPart channel={health.channel} settings={health.settings} />
            <QueuesPart health={health} well={well('queues', 'unsent')} />
            <MessagesPart health={health} well={well('unknown', 'failed')} />
            <LedgerPart ledger={health.ledger} well={well('ledger')} />
            <ParkedPart count={health.parked} />
            <TrafficPart ignored={health.ignored} calls={health.calls} />
            <SettingsLink />
          </div>
        ) : (
          !problem && <Skeleton label={text.loading} />
        )}
      </div>
    </div>
  )
}

const Skeleton = ({ label }: { label: string }) => (
  <div role="status" className="grid gap-4 lg:grid-cols-2">
    <span className="sr-only">{label}</span>
    {['channel', 'queues', 'ledger', 'parked'].map((name) => (
      <div
        key={name}
        className="h-44 rounded-2xl border border-line bg-surface motion-safe:animate-pulse"
      />
    ))}
  </div>
)
