import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { isConditionFailure, table } from '../../lib/table.ts'
import {
  type ChatState,
  lastMessageOf,
  type MessageState,
  providerRef,
} from '../chat/chat-state.ts'
import { backOff, changeChat } from '../chat/store.ts'
import type { Amendment } from '../news.ts'
import { placeOrKeep } from './early.ts'
import * as Message from './message.ts'
import { concernsChat, putWithChat, type Rewrite, rewrite } from './rewrite.ts'

type Reactions = NonNullable<MessageState['reactionsBy']>

/**
 * What a person's reaction is after this one; undefined when it says nothing new. Of one second the one
 * that comes last stands, but what it replaced does not come back, nor what was taken back.
 */
function reacted(known: Reactions[string] | undefined, emoji: string, { at, by }: Amendment) {
  const reaction = { emoji, sender: by.sender, senderName: by.name, at }
  if (!known || at > known.at) return reaction
  const { replaced = [] } = known
  if (at < known.at || [known.emoji, ...replaced].includes(emoji) || known.emoji === '')
    return undefined
  return { ...reaction, replaced: [...replaced, known.emoji] }
}

/** The message after this change; the same object when it says nothing new. Pure, and the same in any order. */
export function amended(message: MessageState, amendment: Amendment): MessageState {
  const { at, by, change } = amendment
  switch (change.kind) {
    case 'reaction': {
      const { reactionsBy = {} } = message
      const reaction = reacted(reactionsBy[by.person], change.emoji, amendment)
      if (!reaction) return message
      return { ...message, reactionsBy: { ...reactionsBy, [by.person]: reaction } }
    }
    case 'edit': {
      const { editedAt, versions = [], text } = message
      const said = text === change.text || versions.some((one) => one.text === change.text)
      // Of one second the one that comes last stands, unless it was there before.
      if (at > (editedAt ?? '') || (at === editedAt && !said))
        return {
          ...message,
          text: change.text,
          content: change.content ?? message.content,
          editedAt: at,
          versions: text === change.text ? versions : [...versions, { text, until: at }],
        }
      // An earlier edit that came late is one more thing it has said; the same one again is none.
      if (said) return message
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
    const written = rewrite(before, next)
    if (await put(written)) return written.message
    if (attempt >= attempts) throw new Error('Lost every race')
    await backOff(attempt)
  }
}

/** Together with its chat where that shows it; false when somebody wrote the message meanwhile. */
async function put(written: Rewrite): Promise<boolean> {
  if (concernsChat(written)) return putWithChat(written)
  try {
    await table.send(new PutCommand(written.put))
    return true
  } catch (error) {
    if (isConditionFailure(error)) return false
    throw error
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
