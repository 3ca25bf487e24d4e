import pLimit from 'p-limit'
import type { Found } from '../../../shared/chat.ts'
import { log } from '../../lib/log.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { saidLately } from '../message/said.ts'
import { isSeen, isWanted, type Viewer, type Wanted } from './matching.ts'
import { byChange } from './reading.ts'

/** With fewer letters nearly every message would be found. */
const fewestLetters = 3

/** So many chats are looked through, those with the latest news, and so far back in each. */
const mostChats = 200
const lookBack = 30
const atOnce = 10

/** Nobody waits longer for a list: what could not be looked through by then is not. */
const mostMs = 3_000

/** More of one chat would hide the others. */
const mostOfAChat = 3

export const isSearched = ({ q = '', cursor, since }: Wanted) =>
  [...q].length >= fewestLetters && !cursor && !since

/** What was said with these words lately, in the chats of which this user asks; the newest of each chat first. */
export async function search(wanted: Wanted, viewer: Viewer, now = Date.now()) {
  const words = (wanted.q ?? '').toLowerCase()
  const chats = await lately((chat) => isSeen(chat, viewer) && isWanted(chat, wanted, viewer))
  const limit = pLimit(atOnce)
  const searched = chats.map((chat) =>
    limit(async () =>
      Date.now() < now + mostMs ? { chat, found: await searchIn(chat, words) } : undefined,
    ),
  )
  // A thread that cannot be read just now keeps nobody from the others, nor from the list.
  const looked = (await Promise.allSettled(searched)).flatMap((one) =>
    one.status === 'fulfilled' && one.value ? [one.value] : [],
  )
  const missed = chats.length - looked.length
  if (missed > 0) log('search cut short', { chats: chats.length, missed })
  const hits = looked.filter(({ found }) => found.length > 0)
  return { chats: hits.map(({ chat }) => chat), found: hits.flatMap(({ found }) => found) }
}

/** The chats with the latest news, of those that are wanted: however few, only so many are read. */
async function lately(isOne: (chat: ChatState) => boolean): Promise<ChatState[]> {
  const { chats } = await byChange().read(mostChats)
  return chats.filter(isOne)
}

async function searchIn(chat: ChatState, words: string): Promise<Found[]> {
  const said = await saidLately(chat, lookBack)
  return said
    .filter(({ text }) => text.toLowerCase().includes(words))
    .slice(0, mostOfAChat)
    .map(({ id, text, sentAt }) => ({
      chatId: chat.id,
      messageId: id,
      text: around(text, words),
      sentAt,
    }))
}

const before = 30
const most = 160

/** The part of a long message in which the words stand. */
function around(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words)
  const start = at > before + 10 ? at - before : 0
  const letters = Array.from(text.slice(start).toWellFormed())
  const part = letters.slice(0, most).join('').replace(/\s+/g, ' ')
  return `${start > 0 ? '…' : ''}${part}${letters.length > most ? '…' : ''}`
}
