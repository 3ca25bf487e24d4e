import type { Message } from '../../../../../shared/message.ts'
import { isPlain } from '../../content.ts'
import { Caption, KindLabel } from './caption.tsx'
import { Choices } from './choices.tsx'
import { Contacts } from './contacts.tsx'
import { Event } from './event.tsx'
import { Link } from './link.tsx'
import { Location } from './location.tsx'
import { Media } from './media.tsx'
import { Order } from './order.tsx'
import { Poll } from './poll.tsx'

/** What a message carries and shows before its words. What nobody can show is named. */
export function Above({ message: { kind, content = {} } }: { message: Message }) {
  const { media, location, contacts, poll, link, order, event } = content
  const invites = kind.endsWith('_invite') || kind === 'product' || kind === 'catalog'
  return (
    <>
      {media && <Media kind={kind} media={media} />}
      {location && <Location location={location} />}
      {contacts && <Contacts contacts={contacts} />}
      {order && <Order order={order} />}
      {(poll || event || (link && invites)) && <Caption kind={kind} />}
      {link && (link.title || link.description || !isPlain(kind)) && <Link link={link} />}
      {!isPlain(kind) && !(media || location || contacts || order || poll || event || link) && (
        <KindLabel kind={kind} />
      )}
    </>
  )
}

/** What belongs under the words: the answers of a poll, the day of an event, buttons, small print. */
export function Below({ message: { content = {} } }: { message: Message }) {
  const { poll, event, choices, footer } = content
  return (
    <>
      {poll && <Poll poll={poll} />}
      {event && <Event event={event} />}
      {choices && choices.length > 0 && <Choices choices={choices} />}
      {footer && <p className="text-xs [overflow-wrap:anywhere] text-ink/75">{footer}</p>}
    </>
  )
}

/** Some kinds have nothing to say but what their card shows already. */
export function isShownAbove({ text, content: { location, contacts } = {} }: Message): boolean {
  const names = contacts?.map(({ name }) => name).join(', ')
  return text !== '' && (text === location?.name || text === names)
}
