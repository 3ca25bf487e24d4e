import { addressesIn } from './addresses.ts'
import { OutLink } from './out-link.tsx'

/** What was written, with its web addresses to be opened. */
export function LinkedText({ text }: { text: string }) {
  const found = addressesIn(text)
  if (found.length === 0) return text
  const end = found.at(-1)?.to ?? 0
  return (
    <>
      {found.map(({ from, to, href }, at) => (
        <span key={from}>
          {text.slice(found[at - 1]?.to ?? 0, from)}
          {/* Its host as it is called, should it be written in letters that look alike. */}
          <OutLink
            href={href}
            title={new URL(href).host}
            className="underline underline-offset-2 pointer-coarse:py-1"
          >
            {text.slice(from, to)}
          </OutLink>
        </span>
      ))}
      {text.slice(end)}
    </>
  )
}
