import { clear, createStore, delMany, entries, setMany } from 'idb-keyval'
import type { Chat } from '../../../shared/chat.ts'
import type { Message } from '../../../shared/message.ts'
import type { Sight } from '../../../shared/sight.ts'
import type { Synced } from '../inbox/resync.ts'

/** Raised when what is kept changes its shape: what an older version kept is fetched anew. */
const version = 1

/** What a list needs, and up to when all of it is known. */
export interface KeptInbox {
  version: typeof version
  freshAt: number
  synced: Synced
  sight: Sight
  chats: Chat[]
  counts: object
}

/** The newest page of a thread, oldest first. */
export interface KeptThread {
  messages: Message[]
  cursor: string | null
}

export interface Kept {
  inbox: KeptInbox
  threads: Map<string, KeptThread>
}

const store = createStore('balas', 'kept')
const inboxKey = (userId: string) => [userId]
const threadKey = (userId: string, chatId: string) => [userId, chatId]

/** What this user had on screen; what somebody else left here goes. */
export async function recall(userId: string): Promise<Kept | undefined> {
  const all = await entries<string[], KeptInbox | KeptThread>(store)
  const mine = all.filter(([[whose]]) => whose === userId)
  if (mine.length < all.length)
    await delMany(
      all.map(([key]) => key).filter(([whose]) => whose !== userId),
      store,
    )
  const inbox = mine.find(([key]) => key.length === 1)?.[1] as KeptInbox | undefined
  if (inbox?.version !== version) return undefined
  const threads = mine.flatMap(([[, chatId], kept]) =>
    chatId === undefined ? [] : [[chatId, kept as KeptThread] as const],
  )
  return { inbox, threads: new Map(threads) }
}

/** Both at once, or neither: a thread is never newer than what is known of its chat. */
export async function keep(
  userId: string,
  inbox: Omit<KeptInbox, 'version'>,
  threads: Map<string, KeptThread>,
  gone: string[],
): Promise<void> {
  const changed = Array.from(threads, ([chatId, thread]): [string[], KeptInbox | KeptThread] => [
    threadKey(userId, chatId),
    thread,
  ])
  await setMany([[inboxKey(userId), { version, ...inbox }], ...changed], store)
  if (gone.length)
    await delMany(
      gone.map((chatId) => threadKey(userId, chatId)),
      store,
    )
}

/** Nothing that anybody saw here is left. */
export const forgetKept = (): Promise<void> => clear(store)
