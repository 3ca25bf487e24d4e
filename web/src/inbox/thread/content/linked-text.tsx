import { cn } from '../../../ui/class-names.ts'
import { OutLink } from './out-link.tsx'
import { safeUrl } from './safe.ts'

const addresses = /(https?:\/\/[^\s<>"]+)/gi

/** The end of a sentence is no part of the address before it; a bracket is, if it was opened in it. */
function trimmed(address: string): string {
  const shorter = address.replace(/[.,;:!?'’”»*_~\]}]+$/, '')
  const closed = shorter.endsWith(')') && !shorter.includes('(') ? shorter.slice(0, -1) : shorter
  return closed === address ? address : trimmed(closed)
}

/** What was written, with its web addresses to be opened. `apart`: on lines of its own. */
export function LinkedText({ text, apart = false }: { text: string; apart?: boolean }) {
  const parts = text.split(addresses).flatMap((part, at) => {
    const address = at % 2 ? trimmed(part) : ''
    const href = safeUrl(address)
    return href
      ? [
          { at, href, part: address },
          { at, part: part.slice(address.length) },
        ]
      : [{ at, part }]
  })
  return (
    <span className={cn('[overflow-wrap:anywhere] whitespace-pre-wrap', apart && 'mt-1 block')}>
      {parts.map(({ at, part, ...link }) =>
        'href' in link && link.href ? (
          <OutLink key={`${at} link`} href={link.href} className="underline underline-offset-2">
            {part}
          </OutLink>
        ) : (
          <span key={at}>{part}</span>
        ),
      )}
    </span>
  )
}
