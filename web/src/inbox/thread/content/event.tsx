import type { Content } from '../../../../../shared/content.ts'
import { useText } from '../../../text/language.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { moment } from '../../../text/time.ts'
import { Card } from './card.tsx'
import { FormattedText } from './formatted-text.tsx'
import { OutLink } from './out-link.tsx'
import { safeUrl } from './safe.ts'

/** When it is, and how to come. */
export function Event({ event }: { event: NonNullable<Content['event']> }) {
  const text = useText()
  const { event: words } = useThreadWords()
  const { startsAt, description, canceled } = event
  const href = safeUrl(event.link)
  return (
    <Card className="text-sm">
      {canceled && <p className="font-semibold text-danger">{words.canceled}</p>}
      {startsAt && <time dateTime={startsAt}>{moment(startsAt, text)}</time>}
      {description && <FormattedText text={description} />}
      {href && (
        <OutLink href={href} className="underline underline-offset-2">
          {words.join}
        </OutLink>
      )}
    </Card>
  )
}
