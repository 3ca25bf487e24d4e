import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { isNote } from '../../../shared/message.ts'
import { conflict, notFound } from '../../lib/errors.ts'
import { raceOf, table } from '../../lib/table.ts'
import * as Thread from '../message/thread.ts'
import { type ChatState, chatIdOf, lastMessageOf } from './chat-state.ts'
import { emptyPart, merged, withPhone } from './merged.ts'
import { backOff, chatWrites, findPart } from './store.ts'
import { exceptIn, onlyIn } from './unsent.ts'

/** WhatsApp's id for a person whose number it hides. */
export const isHidden = (providerChatId: string) => providerChatId.endsWith('@lid')

/** One person under two ids: the one WhatsApp hides the number behind, and the number. */
export interface SamePerson {
  channelId: string
  hidden: string
  known: string
  /** E.164. */
  phone: string | null
}

const attempts = 12

/** Writes both chats or neither, and decides anew when somebody else wrote one of them meanwhile. */
async function changeBoth<Result>(
  ids: [string, string],
  decide: (
    a: ChatState | undefined,
    b: ChatState | undefined,
  ) => Promise<{ a: ChatState; b: ChatState; result: Result } | undefined>,
): Promise<Result | undefined> {
  for (let attempt = 0; ; attempt++) {
    const [a, b] = await Promise.all(ids.map((id) => findPart(id, { consistent: true })))
    const next = await decide(a, b)
    if (!next) return undefined
    try {
      await table.send(
        new TransactWriteCommand({
          TransactItems: chatWrites({ before: a, next: next.a }, { before: b, next: next.b }),
        }),
      )
      return next.result
    } catch (error) {
      if (!raceOf(error) || attempt >= attempts) throw error
      await backOff(attempt)
    }
  }
}

export interface Merge {
  /** The chat that stays, and the id of the one that is now shown with it. */
  chat: ChatState
  swallowed: ChatState
  /** The one that stays, as it was. */
  before?: ChatState
}

/**
 * The two ids are one person from now on: a hidden chat without a second one learns its number, two chats
 * are shown as one. Nothing is moved, so `split` can undo it. Undefined when there is nothing to do.
 */
export async function learn({ channelId, hidden, known, phone }: SamePerson) {
  const hiddenId = chatIdOf(channelId, hidden)
  const knownId = chatIdOf(channelId, known)
  if (hiddenId === knownId) return undefined
  const now = new Date().toISOString()
  return changeBoth<Merge>([hiddenId, knownId], async (hiddenChat, knownChat) => {
    if (!hiddenChat || hiddenChat.mergedInto || hiddenChat.keptApart) return undefined
    if (knownChat?.mergedInto || knownChat?.keptApart) return undefined
    if (!knownChat) {
      const empty = emptyPart(hiddenChat, knownId, known, phone)
      const chat = merged(withPhone(hiddenChat, phone), empty, now)
      return {
        a: chat,
        b: { ...empty, mergedInto: hiddenId },
        result: { chat: written(chat), swallowed: empty },
      }
    }
    // What has swallowed a chat already stays what it is: one level is all that can be undone in one step.
    if (hiddenChat.merged) return undefined
    return swallow(hiddenChat, knownChat, now)
  })
}

/** The first chat is shown as part of the second from now on. */
function swallow(other: ChatState, before: ChatState, now: string) {
  const chat = merged(before, other, now)
  return {
    a: { ...other, mergedInto: before.id, botDue: undefined, tally: undefined, updatedAt: now },
    b: chat,
    result: { chat: written(chat), swallowed: written(other), before },
  }
}

const alreadyMerged = () => conflict('already_merged', 'It is part of a merged chat already')

/**
 * What `learn` does when the provider tells, done by a person who knows: the first chat becomes part of the
 * second, also where they were once taken apart. `split` undoes it.
 */
export async function join(one: ChatState, other: ChatState): Promise<Merge> {
  if (one.isGroup || other.isGroup) throw conflict('not_a_customer', 'A group is no customer')
  if (one.channel !== other.channel || one.channelId !== other.channelId)
    throw conflict('other_channel', 'They are on different channels')
  if (one.id === other.id) throw alreadyMerged()
  const now = new Date().toISOString()
  const joined = await changeBoth<Merge>([one.id, other.id], async (hidden, known) => {
    if (!hidden || !known) throw notFound('chat')
    if (hidden.mergedInto || hidden.merged || known.mergedInto) throw alreadyMerged()
    return swallow({ ...hidden, keptApart: undefined }, { ...known, keptApart: undefined }, now)
  })
  if (!joined) throw notFound('chat')
  return joined
}

const written = (chat: ChatState): ChatState => ({ ...chat, rev: chat.rev + 1 })

/** Takes two merged chats apart again: each has the messages of its own id. */
export async function split(chatId: string, mergedId: string): Promise<Merge> {
  const now = new Date().toISOString()
  const apart = await changeBoth<Merge>([chatId, mergedId], async (chat, other) => {
    if (!chat || !other) throw notFound('chat')
    if (other.mergedInto !== chat.id) throw conflict('not_merged', 'These two are not merged')
    const rest = chat.merged?.filter((part) => part.chatId !== other.id)
    const whole = { ...chat, merged: rest?.length ? rest : undefined }
    const [mine, theirs] = await Promise.all([newestOf(whole), newestOf(other)])
    const one: ChatState = {
      ...whole,
      replyTo: undefined,
      keptApart: true,
      unsentIn: exceptIn(other.id, chat),
      lastMessage: mine,
      updatedAt: now,
    }
    const two: ChatState = {
      ...other,
      mergedInto: undefined,
      keptApart: true,
      unsentIn: onlyIn(other.id, chat),
      // Everything was on one screen until now.
      lastSeq: chat.lastSeq,
      readSeq: chat.lastSeq,
      lastMessage: theirs,
      updatedAt: now,
    }
    return { a: one, b: two, result: { chat: written(one), swallowed: written(two) } }
  })
  if (!apart) throw notFound('chat')
  return apart
}

async function newestOf(chat: ChatState): Promise<ChatState['lastMessage']> {
  let before: string | undefined
  do {
    const page = await Thread.list(chat, { limit: before ? 50 : 1, before, consistent: true })
    const message = page.messages.findLast((one) => !isNote(one))
    if (message) return lastMessageOf(message, chat)
    before = page.cursor ?? undefined
  } while (before)
  return null
}
