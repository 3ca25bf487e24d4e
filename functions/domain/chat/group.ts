import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { Participant } from '../../../shared/chat.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import type { Arrival } from '../message/arrival.ts'
import type { ParticipantNews } from '../news.ts'
import { type ChatState, chatIdOf } from './chat-state.ts'
import * as Person from './person.ts'
import { backOff } from './store.ts'

const Members = z.object({ participants: z.record(z.string(), Participant), rev: z.int() })

export const key = (chatId: string) => ({ pk: `group#${chatId}`, sk: 'participants' })

async function read(chatId: string) {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key(chatId), ConsistentRead: true }),
  )
  return Members.parse(Item ?? { participants: {}, rev: 0 })
}

/** Who is in a group, as far as WhatsApp told us, by name where anybody knows it; admins first, then by name. */
export async function participants({ id, channelId }: ChatState): Promise<Participant[]> {
  const members = Object.values((await read(id)).participants)
  const people = await Person.find(
    channelId,
    members.map((member) => member.id),
  )
  const rankOf = ({ isUs, isAdmin, name, phone, id }: Participant) =>
    `${isUs ? 0 : isAdmin ? 1 : 2}${name ?? phone ?? id}`
  return members
    .map((member) => {
      const { name, phone, isUs } = people.get(member.id) ?? {}
      return { ...member, name: name ?? member.name, phone: member.phone ?? phone ?? null, isUs }
    })
    .sort((a, b) => rankOf(a).localeCompare(rankOf(b)))
}

/** What a message in a group says of others, with the names of those whom it only numbers. */
export async function named(arrival: Arrival): Promise<Arrival> {
  const { isGroup, channelId, mentions = [], quoted } = arrival
  const author = quoted?.senderName ? undefined : quoted?.senderId
  const ids = [...mentions.map(({ id }) => id), ...(author ? [author] : [])]
  if (!isGroup || ids.length === 0) return arrival
  const people = await Person.find(channelId, ids)
  const nameOf = (id: string | undefined) => people.get(id ?? '')?.name
  return {
    ...arrival,
    quoted: quoted && { ...quoted, senderName: quoted.senderName ?? nameOf(author) },
    mentions: arrival.mentions?.map((mention) => ({ ...mention, name: nameOf(mention.id) })),
  }
}

function after(known: Record<string, Participant>, { action, participants }: ParticipantNews) {
  if (action === 'remove') {
    const gone = new Set(participants.map(({ id }) => id))
    return Object.fromEntries(Object.entries(known).filter(([id]) => !gone.has(id)))
  }
  const named = participants.map(({ id, name, phone, isAdmin }): [string, Participant] => [
    id,
    {
      id,
      name: name ?? known[id]?.name,
      phone,
      isAdmin:
        action === 'promote' || (action !== 'demote' && (isAdmin ?? known[id]?.isAdmin ?? false)),
    },
  ])
  return { ...(action === 'all' ? {} : known), ...Object.fromEntries(named) }
}

const attempts = 12

/** Remembers who came, went, or became an admin of a group. */
export async function remember(news: ParticipantNews): Promise<void> {
  const chatId = chatIdOf(news.channelId, news.providerChatId)
  for (let attempt = 0; ; attempt++) {
    const { participants, rev } = await read(chatId)
    try {
      await table.send(
        new PutCommand({
          TableName: tableName(),
          Item: { ...key(chatId), participants: after(participants, news), rev: rev + 1 },
          ConditionExpression: rev === 0 ? 'attribute_not_exists(pk)' : 'rev = :rev',
          ...(rev === 0 ? {} : { ExpressionAttributeValues: { ':rev': rev } }),
        }),
      )
      return
    } catch (error) {
      if (!isConditionFailure(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
  }
}
