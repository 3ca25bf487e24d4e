import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { table, tableName } from '../../lib/table.ts'
import * as announce from '../announce.ts'
import { type MessageState, providerRef, refKey } from '../chat/chat-state.ts'
import { change } from '../message/amendment.ts'
import * as Message from '../message/message.ts'
import { sent } from './sending.ts'

/**
 * The provider's answer says what a message is called. An echo may have been faster, and, known by its words
 * alone, have been another one's: then its name goes to the one that waits for it. Undefined when all was
 * right.
 */
export async function correctName(place: Message.Place, channelId: string, providerId: string) {
  const known = await Message.find(place, { consistent: true })
  const wrong = known?.providerId
  if (!known || !wrong || wrong === providerId) return undefined
  const named = await change(place, (message) => ({ ...message, providerId }))
  await giveAway(known, channelId, wrong)
  return named
}

async function giveAway(from: MessageState, channelId: string, providerId: string) {
  const { chat, messages } = await Message.recent(from.chatId, 30, { consistent: true })
  const owner = Message.waitingFor(messages, from.text).find(({ id }) => id !== from.id)
  if (chat && owner) {
    const message = await sent(owner, channelId, providerId)
    if (message) await announce.messageChanged(chat, message)
    return
  }
  // Nobody here waits for it, so another program sent it: the history knows it, and the ledger fetches it.
  await table.send(
    new DeleteCommand({ TableName: tableName(), Key: refKey(providerRef(channelId, providerId)) }),
  )
}
