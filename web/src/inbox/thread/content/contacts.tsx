import type { Content } from '../../../../../shared/content.ts'
import { readable } from '../../../../../shared/phone.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Caption } from './caption.tsx'
import { Card } from './card.tsx'

const dialled = (phone: string) => phone.replace(/[^\d+*#]/g, '')

/** Cards of people; their numbers can be called. */
export function Contacts({ contacts }: { contacts: NonNullable<Content['contacts']> }) {
  const { media } = useThreadWords()
  return (
    <Card className="gap-2">
      <Caption kind={contacts.length > 1 ? 'contact_list' : 'contact'} />
      <ul className="grid gap-2">
        {contacts.map(({ name, phones }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message's contacts never change places
          <li key={at} className="flex items-center gap-2.5">
            <Avatar name={name} className="size-9 text-sm" />
            <span className="grid min-w-0 text-sm">
              <span className="font-medium [overflow-wrap:anywhere]">{name || media.noName}</span>
              {phones.map((phone) => (
                <a
                  key={phone}
                  href={`tel:${dialled(phone)}`}
                  className="underline underline-offset-2"
                >
                  {readable(phone)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
