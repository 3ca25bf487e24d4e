import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { isConditionFailure, table, tableName } from '../lib/table.ts'
import {
  type ChatState,
  lastMessageOf,
  type MessageState,
  messageKey,
  providerRef,
} from './chat-state.ts'
import { placeOrKeep } from './early.ts'
import * as Message from './message.ts'
import type { Amendment } from './news.ts'
import { backOff, changeChat } from './store.ts'

/** Of two changes of the same thing the later one stands; two of one second are told apart by what they say. */
const isNewer = (a: { at: string; value: string }, b: { at?: string; value: string }): boolean =>
  a.at > (b.at ?? '') || (a.at === b.at && a.value > b.value)

/** The message after this change; the same object when it says nothing new. Pure, and the same in any order. */
export function amended(message: MessageState, { at, by, change }: Amendment): MessageState {
  switch (change.kind) {
    case 'reaction': {
      const known = message.reactionsBy?.[by.person]
      if (known && !isNewer({ at, value: change.emoji }, { at: known.at, value: known.emoji }))
        return message
      const reaction = { emoji: change.emoji, sender: by.sender, senderName: by.name, at }
      return { ...message, reactionsBy: { ...message.reactionsBy, [by.person]: reaction } }
    }
    case 'edit': {
      const { editedAt, versions = [], text } = message
      if (isNewer({ at, value: change.text }, { at: editedAt, value: text }))
        return {
          ...message,
          text: change.text,
          content: change.content ?? message.content,
          editedAt: at,
          versions: text === change.text ? versions : [...versions, { text, until: at }],
        }
      // An earlier edit that came late is one more thing it has said; the same one again is none.
      if (text === change.text || versions.some((version) => version.text === change.text))
        return message
      return { ...message, versions: [...versions, { text: change.text, until: editedAt ?? at }] }
    }
    case 'deletion':
      return message.deletedAt ? message : { ...message, deletedAt: at }
    case 'content': {
      if (message.contentAt && message.contentAt > at) return message
      const content = { ...message.content, ...change.content }
      const same = JSON.stringify(content) === JSON.stringify(message.content)
      return same ? message : { ...message, content, contentAt: at }
    }
    default:
      return change satisfies never
  }
}

export interface Amended {
  chat: ChatState
  message: MessageState
}

/**
 * Takes a change in, however often and in whatever order it comes; undefined when it says nothing new, or
 * its message is not here yet. Then it waits for it.
 */
export async function amend(amendment: Amendment): Promise<Amended | undefined> {
  const ref = providerRef(amendment.channelId, amendment.targetId)
  const place = await placeOrKeep(ref, { amendment })
  if (!place) return undefined
  const message = await change(place, (known) => amended(known, amendment))
  if (message) return { chat: await shown(message), message }
  // A crash may have come between the message and its chat.
  const known = await Message.find(place, { consistent: true })
  if (known) await shown(known)
  return undefined
}

const attempts = 12

/** Changes a message by a pure rule; undefined when the rule leaves it as it is. */
export async function change(
  place: Message.Place,
  rule: (message: MessageState) => MessageState,
): Promise<MessageState | undefined> {
  for (let attempt = 0; ; attempt++) {
    const before = await Message.findItem(place)
    if (!before) return undefined
    const next = rule(before.message)
    if (next === before.message) return undefined
    const { rev } = before.message
    const written = { ...next, rev: rev + 1, changedAt: new Date().toISOString() }
    try {
      await table.send(
        new PutCommand({
          TableName: tableName(),
          // With what stands beside the message in its item: keys and indexes.
          Item: { ...before.item, ...written, ...messageKey(place.chatId, place.key) },
          ConditionExpression: 'rev = :rev',
          ExpressionAttributeValues: { ':rev': rev },
        }),
      )
      return written
    } catch (error) {
      if (!isConditionFailure(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
  }
}

/** The chat whose list shows what its last message now says. */
async function shown(message: MessageState): Promise<ChatState> {
  const { chat } = await changeChat(message.chatId, (before) => {
    if (!before) throw new Error('A message without its chat')
    if (before.lastMessage?.id !== message.id) return { chat: before, result: undefined }
    const { kind, text } = lastMessageOf(message, before) ?? before.lastMessage
    if (kind === before.lastMessage.kind && text === before.lastMessage.text)
      return { chat: before, result: undefined }
    const lastMessage = { ...before.lastMessage, kind, text }
    return {
      chat: { ...before, lastMessage, updatedAt: new Date().toISOString() },
      result: undefined,
    }
  })
  return chat
}
