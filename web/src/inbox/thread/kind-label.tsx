import {
  ChartBar,
  ContactRound,
  File,
  Image,
  type LucideIcon,
  MapPin,
  Mic,
  Paperclip,
  Sticker,
  Video,
} from 'lucide-react'
import { useText } from '../../text/language.ts'
import { kindOf } from '../content.ts'

const pictures: Record<string, LucideIcon> = {
  image: Image,
  video: Video,
  gif: Video,
  audio: Mic,
  voice: Mic,
  ptt: Mic,
  document: File,
  sticker: Sticker,
  location: MapPin,
  contact: ContactRound,
  poll: ChartBar,
}

/** Stands for what cannot be shown here yet. */
export function KindLabel({ kind }: { kind: string }) {
  const text = useText()
  const Picture = pictures[kind] ?? Paperclip
  return (
    <span className="my-1 flex items-center gap-2 rounded-lg bg-canvas/60 px-3 py-2.5 text-sm font-medium text-ink/80">
      <Picture aria-hidden className="size-5 shrink-0" />
      {kindOf(kind, text)}
    </span>
  )
}
