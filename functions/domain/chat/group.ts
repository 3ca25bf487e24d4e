import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import { Participant } from '../../../shared/chat.ts'
import { isConditionFailure, table, tableName } from '../../lib/table.ts'
import type { ParticipantNews } from '../news.ts'
import { chatIdOf } from './chat-state.ts'
import { backOff } from './store.ts'

const Members = z.object({ participants: z.record(z.string(), Participant), rev: z.int() })

const key = (chatId: string) => ({ pk: `group#${chatId}`, sk: 'participants' })

async function read(chatId: string) {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: key(chatId), ConsistentRead: true }),
  )
  return Members.parse(Item ?? { participants: {}, rev: 0 })
}

/** Who is in a group, as far as WhatsApp told us; admins first, then by name. */
export async function participants(chatId: string): Promise<Participant[]> {
  const rankOf = ({ isAdmin, name, phone, id }: Participant) =>
    `${isAdmin ? 0 : 1}${name ?? phone ?? id}`
  return Object.values((await read(chatId)).participants).sort((a, b) =>
    rankOf(a).localeCompare(rankOf(b)),
  )
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
