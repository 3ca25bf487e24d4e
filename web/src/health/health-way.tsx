import { HeartPulse } from 'lucide-react'
import { useEffect } from 'react'
import { useLive } from '../live/use-live.ts'
import { hrefOf, usePlace } from '../place.ts'
import { useDisconnected } from '../sidebar/counts.ts'
import { Way } from '../sidebar/way.tsx'
import { useText } from '../text/language.ts'
import { loadHealth, troublesOf, useHealth } from './health.ts'

/** Looking costs the server a few queries: no more often than this, unless somebody asks. */
const restMs = 5 * 60_000

/** The way to the health page, which says how many things need somebody. */
export function HealthWay() {
  const { sidebar } = useText()
  const { base, filter, health: here = false } = usePlace()
  const { health, loadedAt } = useHealth()
  const lost = useDisconnected()
  const syncs = useLive((it) => it.syncs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at after a sync, if that is not too soon
  useEffect(() => {
    if (Date.now() - loadedAt > restMs) void loadHealth()
  }, [syncs])
  const wrong = new Set(health ? troublesOf(health) : [])
  if (lost) wrong.add('channel')
  return (
    <Way
      href={hrefOf({ base, filter, customer: false, health: true })}
      chosen={here}
      picture={HeartPulse}
      label={sidebar.health}
      alarm={wrong.size}
      alarmLabel={sidebar.healthTrouble}
    />
  )
}
