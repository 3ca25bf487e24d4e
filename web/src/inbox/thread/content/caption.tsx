import {
  CalendarDays,
  ChartBar,
  CircleHelp,
  ContactRound,
  File,
  Image,
  Link2,
  type LucideIcon,
  MapPin,
  Mic,
  Music,
  Paperclip,
  Phone,
  ShoppingBag,
  Sticker,
  UsersRound,
  Video,
} from 'lucide-react'
import { useText } from '../../../text/language.ts'
import { kindOf } from '../../content.ts'

const pictures = new Map<string, LucideIcon>([
  ['image', Image],
  ['video', Video],
  ['gif', Video],
  ['short', Video],
  ['audio', Music],
  ['voice', Mic],
  ['ptt', Mic],
  ['document', File],
  ['sticker', Sticker],
  ['location', MapPin],
  ['live_location', MapPin],
  ['contact', ContactRound],
  ['contact_list', ContactRound],
  ['poll', ChartBar],
  ['order', ShoppingBag],
  ['product', ShoppingBag],
  ['catalog', ShoppingBag],
  ['event', CalendarDays],
  ['group_invite', UsersRound],
  ['newsletter_invite', UsersRound],
  ['admin_invite', UsersRound],
  ['link_preview', Link2],
  ['call', Phone],
  ['unknown', CircleHelp],
])

export const pictureOf = (kind: string): LucideIcon => pictures.get(kind) ?? Paperclip

/** Names a kind, in small print above what it shows. */
export function Caption({ kind }: { kind: string }) {
  const text = useText()
  const Picture = pictureOf(kind)
  return (
    <span className="flex items-center gap-1.5 text-xs font-medium text-ink/75">
      <Picture aria-hidden className="size-3.5 shrink-0" />
      {kindOf(kind, text)}
    </span>
  )
}

/** Stands for what cannot be shown. */
export function KindLabel({ kind }: { kind: string }) {
  const text = useText()
  const Picture = pictureOf(kind)
  return (
    <span className="my-1 flex items-center gap-2 rounded-lg bg-canvas/60 px-3 py-2.5 text-sm font-medium text-ink/80">
      <Picture aria-hidden className="size-5 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{kindOf(kind, text)}</span>
    </span>
  )
}
