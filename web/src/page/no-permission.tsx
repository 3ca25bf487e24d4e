import { Lock } from 'lucide-react'
import { Link } from 'wouter'
import { hrefOf, usePlace } from '../place.ts'
import { useText } from '../text/language.ts'

/** For whoever came here by an address that is not for them. */
export function NoPermission() {
  const text = useText()
  const { base, filter } = usePlace()
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 p-6 text-center">
      <Lock aria-hidden className="size-8 text-muted" />
      <p>{text.adminsOnly}</p>
      <Link href={hrefOf({ base, filter, customer: false })} className="text-accent underline">
        {text.thread.back}
      </Link>
    </div>
  )
}
