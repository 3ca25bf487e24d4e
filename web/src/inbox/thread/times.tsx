import type { Message } from '../../../../shared/message.ts'
import type { Text } from '../../text/en.ts'
import { useText } from '../../text/language.ts'
import { clock } from '../../text/time.ts'

export const timed = ['sent', 'delivered', 'read'] as const

/** "Sent 10:01 · Read 10:05" */
export const timesIn = ({ times = {} }: Pick<Message, 'times'>, text: Text): string =>
  timed
    .flatMap((status) => {
      const at = times[status]
      return at ? [`${text.status[status]} ${clock(at, text)}`] : []
    })
    .join(' · ')

/** When it came how far: for whoever points at its ticks, or has come to it by keyboard. */
export function Times({ message }: { message: Message }) {
  const text = useText()
  const times = timesIn(message, text)
  if (!times) return null
  return (
    <p
      role="tooltip"
      className="pointer-events-none absolute right-2 bottom-8 z-1 hidden max-w-full rounded-md bg-ink px-2 py-1 text-xs text-surface tabular-nums shadow-md group-has-focus-visible:block group-has-[[data-ticks]:hover]:block"
    >
      {times}
    </p>
  )
}
