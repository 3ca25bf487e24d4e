import { Link } from 'wouter'
import { hrefOf, usePlace } from '../place.ts'
import { useHealthWords } from '../text/health/use-health-words.ts'
import { Part } from './part.tsx'

/** What the shop decides has a page of its own. */
export function SettingsLink() {
  const { settings } = useHealthWords()
  const { base, filter } = usePlace()
  return (
    <Part title={settings.title}>
      <Link
        href={hrefOf({ base, filter, customer: false, page: 'settings' })}
        className="flex min-h-9 items-center text-sm text-accent underline"
      >
        {settings.open}
      </Link>
    </Part>
  )
}
