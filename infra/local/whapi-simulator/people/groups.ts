import { randomInt } from 'node:crypto'
import { seconds } from '../ids.ts'
import type { Group } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { customerOf, idOf, type World } from '../world.ts'
import { meet } from './keeping.ts'

export const participantActions = [
  'add',
  'remove',
  'promote',
  'demote',
  'request',
  'revoke_request',
  'rejected_request',
] as const
export type ParticipantAction = (typeof participantActions)[number]

/** A member's id: the number, or the lid of who hides it. */
function memberId(world: World, phone: string): string {
  const person = customerOf(world, phone)
  return person ? idOf(person) : phone
}

/** A group as WHAPI tells of it. */
export const groupOf = (world: World, group: Group) => ({
  id: group.id,
  name: group.subject,
  type: 'group',
  timestamp: seconds(),
  participants_count: group.participants.length + 1,
  participants: [
    { id: world.owner.phone, rank: 'creator' },
    ...group.participants.map(({ phone, rank }) => ({ id: memberId(world, phone), rank })),
  ],
  created_by: world.owner.phone,
  ...(group.avatar && { chat_pic: group.avatar, chat_pic_full: group.avatar }),
})

export function createGroup(world: World, subject: string, phones: string[], id?: string): Group {
  const group: Group = {
    id: id ?? `1203630${String(randomInt(1e11)).padStart(11, '0')}@g.us`,
    subject,
    participants: phones.map((phone) => ({ phone, rank: 'member' })),
  }
  for (const phone of phones) meet(world, `${phone}@s.whatsapp.net`)
  world.state.groups.push(group)
  world.changed()
  world.news.tell({ type: 'customers' })
  announce(world, 'groups', 'post', group.id, { groups: [groupOf(world, group)] })
  return group
}

export function changeGroup(
  world: World,
  group: Group,
  { subject, avatar }: { subject?: string | undefined; avatar?: string | undefined },
): void {
  const before = groupOf(world, group)
  if (subject) group.subject = subject
  if (avatar) group.avatar = avatar
  world.changed()
  world.news.tell({ type: 'customers' })
  const changes = [...(subject ? ['name'] : []), ...(avatar ? ['chat_pic'] : [])]
  const update = { before_update: before, after_update: groupOf(world, group), changes }
  announce(world, 'groups', 'patch', group.id, { groups_updates: [update] })
}

export function changeParticipants(
  world: World,
  group: Group,
  action: ParticipantAction,
  phones: string[],
): void {
  const others = group.participants.filter(({ phone }) => !phones.includes(phone))
  const ranks = { add: 'member', demote: 'member', promote: 'admin' } as const
  const rank = action in ranks ? ranks[action as keyof typeof ranks] : undefined
  if (rank) group.participants = [...others, ...phones.map((phone) => ({ phone, rank }))]
  if (action === 'remove') group.participants = others
  for (const phone of phones) meet(world, `${phone}@s.whatsapp.net`)
  world.changed()
  const change = {
    group_id: group.id,
    participants: phones.map((phone) => memberId(world, phone)),
    action,
  }
  announce(world, 'groups', 'put', group.id, { groups_participants: [change] })
}
