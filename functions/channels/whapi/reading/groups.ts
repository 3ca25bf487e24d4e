import * as z from 'zod/mini'
import type { ParticipantNews } from '../../../domain/news.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import { ChatId, nameIn, placeOf } from './place.ts'
import { mustBe, odd } from './unreadable.ts'
import { words } from './values.ts'

/** Larger than any group of WhatsApp. */
const most = 5000

const Participant = z.union([
  z.pipe(
    ChatId,
    z.transform((id: string) => ({ id, rank: undefined, name: undefined })),
  ),
  z.object({ id: ChatId, rank: words(20), name: words(200) }),
])
const Participants = z.array(Participant).check(z.maxLength(most))

type Named = z.infer<typeof Participant>

/** Who somebody is in a group: told by the number, if WhatsApp shows it. */
function participantOf({ id, rank, name }: Named): ParticipantNews['participants'][number] {
  const { providerChatId, phone } = placeOf(id)
  const known = nameIn(name)
  return {
    id: providerChatId,
    phone,
    ...(known ? { name: known } : {}),
    ...(rank ? { isAdmin: rank === 'admin' || rank === 'creator' } : {}),
  }
}

/** Everybody in a group, where a group is told whole. */
export function participantsIn(group: unknown, providerChatId: string, channelId: string): Found {
  const { participants } = mustBe(
    z.object({ participants: z.optional(Participants) }),
    group,
    'group',
  )
  if (!participants?.length || !providerChatId.endsWith('@g.us')) return {}
  const news = { channelId, providerChatId, participants: participants.map(participantOf) }
  return { participantNews: [{ ...news, action: 'all' }] }
}

const Change = z.object({
  group_id: ChatId,
  participants: Participants,
  action: z.string().check(z.maxLength(40)),
})

/** Who came, who left, and who may decide now. */
export function readParticipants(item: unknown, { channelId }: Occasion): Found {
  const { group_id, participants, action } = mustBe(Change, item, 'change of a group')
  if (/request/.test(action)) return ignored('requests to join')
  const known = (['add', 'remove', 'promote', 'demote'] as const).find((it) => it === action)
  if (!known) throw odd('change of a group', 'unknown_kind', 'of an unknown name')
  const { providerChatId } = placeOf(group_id)
  const news = { channelId, providerChatId, participants: participants.map(participantOf) }
  return { participantNews: [{ ...news, action: known }] }
}
