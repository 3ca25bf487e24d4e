import { Mail, MessageCircle, Send } from 'lucide-react'
import type { Channel } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { cn } from '../../ui/class-names.ts'

const pictures = { whatsapp: MessageCircle, telegram: Send, email: Mail }
const colours = { whatsapp: 'bg-[#0f8a4b]', telegram: 'bg-[#1f7fb8]', email: 'bg-[#7a5ca8]' }

/** Where the customer writes from. */
export function ChannelMark({ channel, className }: { channel: Channel; className?: string }) {
  const text = useText()
  const Picture = pictures[channel]
  return (
    <span
      title={text.channel[channel]}
      className={cn(
        'grid size-5 place-items-center rounded-full border-2 border-surface text-[#ffffff]',
        colours[channel],
        className,
      )}
    >
      <Picture aria-hidden className="size-2.5" strokeWidth={3} />
      <span className="sr-only">{text.channel[channel]}</span>
    </span>
  )
}
