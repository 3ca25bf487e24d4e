import type { Content } from '../../../../../shared/content.ts'
import { Card } from './card.tsx'
import { OutLink } from './out-link.tsx'
import { safePicture, safeUrl } from './safe.ts'

/** What the sender's phone found behind an address. We ask nobody. */
export function Link({ link }: { link: NonNullable<Content['link']> }) {
  const { title, description } = link
  const href = safeUrl(link.url)
  const preview = safePicture(link.preview)
  const card = (
    <Card className="flex! items-center gap-3!">
      {preview && <img src={preview} alt="" className="size-14 shrink-0 rounded-lg object-cover" />}
      <span className="grid min-w-0 flex-1">
        {title && (
          <span className="line-clamp-2 text-sm font-medium [overflow-wrap:anywhere]">{title}</span>
        )}
        {description && (
          <span className="line-clamp-2 text-xs [overflow-wrap:anywhere] text-ink/75">
            {description}
          </span>
        )}
        <span className="truncate text-xs text-ink/75">{href ? new URL(href).host : link.url}</span>
      </span>
    </Card>
  )
  return href ? (
    <OutLink href={href} className="block max-w-full">
      {card}
    </OutLink>
  ) : (
    card
  )
}
