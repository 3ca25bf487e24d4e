import { ChartColumn, Settings, UsersRound } from 'lucide-react'
import { HealthWay } from '../health/health-way.tsx'
import { hrefOf, usePlace } from '../place.ts'
import { Way } from '../sidebar/way.tsx'
import { useText } from '../text/language.ts'

const pages = { numbers: ChartColumn, team: UsersRound, settings: Settings }

/** What only admins have. */
export function AdminWays() {
  const { sidebar } = useText()
  const { base, filter, page } = usePlace()
  return (
    <ol className="grid gap-0.5">
      <HealthWay />
      {(['numbers', 'team', 'settings'] as const).map((name) => (
        <Way
          key={name}
          href={hrefOf({ base, filter, customer: false, page: name })}
          chosen={page === name}
          picture={pages[name]}
          label={sidebar[name]}
        />
      ))}
    </ol>
  )
}
