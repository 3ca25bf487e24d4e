import { ExternalLink } from 'lucide-react'
import type { Content } from '../../../../../shared/content.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { Caption } from './caption.tsx'
import { Card } from './card.tsx'
import { OutLink } from './out-link.tsx'

const digits = 5

/** Where somebody is or wants us to be; the map opens elsewhere. */
export function Location({ location }: { location: NonNullable<Content['location']> }) {
  const { location: words } = useThreadWords()
  const { name, address, live } = location
  const [latitude, longitude] = [location.latitude, location.longitude].map((it) =>
    it.toFixed(digits),
  )
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <Card>
      <Caption kind={live ? 'live_location' : 'location'} />
      {name && <span className="text-sm font-medium [overflow-wrap:anywhere]">{name}</span>}
      {address && <span className="text-sm [overflow-wrap:anywhere]">{address}</span>}
      {live && <span className="text-xs text-ink/75">{words.live}</span>}
      <OutLink
        href={href}
        className="flex items-center gap-1.5 text-sm underline underline-offset-2"
      >
        {words.open}
        <ExternalLink aria-hidden className="size-3.5 shrink-0" />
        <span className="text-xs text-ink/75 tabular-nums">
          {latitude}, {longitude}
        </span>
      </OutLink>
    </Card>
  )
}
