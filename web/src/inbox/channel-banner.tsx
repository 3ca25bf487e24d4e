import { Unplug } from 'lucide-react'
import { Link } from 'wouter'
import { hrefOf, usePlace } from '../place.ts'
import { useUser } from '../session.ts'
import { useText } from '../text/language.ts'
import { CheckChannel } from './check-channel.tsx'

/** Says that WhatsApp is out of reach, what becomes of what is written, and who can help. */
export function ChannelBanner() {
  const { channelLost } = useText()
  const { role } = useUser()
  const { base, filter } = usePlace()
  return (
    <div
      role="status"
      data-testid="channel-lost"
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-warn-soft px-4 py-2 text-[13px] text-warn"
    >
      <Unplug aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">{channelLost.what}</strong> {channelLost.waits}{' '}
        {role === 'admin' ? (
          <Link
            href={hrefOf({ base, filter, customer: false, health: true })}
            className="font-medium underline underline-offset-2"
          >
            {channelLost.repair}
          </Link>
        ) : (
          channelLost.tell
        )}
      </p>
      <CheckChannel className="max-md:w-full" />
    </div>
  )
}
