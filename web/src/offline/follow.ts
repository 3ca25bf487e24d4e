import { byOrder } from '../../../shared/message.ts'
import { applyAll, emptyThread, type Inbox, type Thread } from '../inbox/apply.ts'
import { applyNewest } from '../inbox/apply-page.ts'
import { activityOf } from '../inbox/filter.ts'
import { resumeSync, syncedUpTo } from '../inbox/resync.ts'
import { chatsInOrder } from '../inbox/select.ts'
import { useInbox } from '../inbox/store.ts'
import { useLive } from '../live/use-live.ts'
import { useCounts } from '../sidebar/counts.ts'
import { type Kept, type KeptThread, keep, recall } from './kept.ts'

const chatsKept = 100
const threadsKept = 20
const messagesKept = 50
/** Older than this it helps nobody, and asking for all that changed since would take long. */
const longestMs = 3 * 24 * 3600_000
const restMs = 3_000

/** What was kept is old news: whatever came meanwhile is newer. */
export function withKept(inbox: Inbox, { inbox: kept, threads }: Kept): Inbox {
  const known = applyAll(inbox, [
    { type: 'settings.changed', sight: kept.sight },
    ...kept.chats.map((chat) => ({ type: 'chat.changed', chat }) as const),
  ])
  return [...threads].reduce(
    (next, [chatId, thread]) => (next.chats[chatId] ? applyNewest(next, chatId, thread) : next),
    known,
  )
}

/** The newest page of it; where that begins somewhere else than what is known, its oldest message leads on. */
export function newestPage({ messages, reach = '', cursor }: Thread): KeptThread {
  const known = Object.values(messages)
    .filter(({ order }) => order >= reach)
    .sort(byOrder)
  const kept = known.slice(-messagesKept)
  return { messages: kept, cursor: kept.length < known.length ? (kept[0]?.id ?? null) : cursor }
}

/** The threads that somebody opened, those with the newest messages. */
export function threadsToKeep({ threads, chats }: Inbox): Map<string, Thread> {
  const opened = Object.entries(threads).filter(
    ([chatId, { reach }]) => reach !== undefined && chats[chatId],
  )
  const activity = ([chatId]: [string, Thread]) => {
    const chat = chats[chatId]
    return chat ? activityOf(chat) : ''
  }
  return new Map(opened.sort((a, b) => (activity(a) < activity(b) ? 1 : -1)).slice(0, threadsKept))
}

/** Shows what this user had here, and from then on keeps what they have, until `signal` ends it. */
export async function follow(userId: string, signal: AbortSignal): Promise<void> {
  const kept = await recall(userId)
  if (signal.aborted) return
  if (kept && Date.now() - kept.inbox.freshAt < longestMs) {
    useInbox.setState((inbox) => withKept(inbox, kept))
    useCounts.setState((counts) => ({ ...kept.inbox.counts, ...counts }))
    useLive.setState(({ freshAt }) => ({ freshAt: freshAt ?? kept.inbox.freshAt }))
    resumeSync(kept.inbox.synced)
  }

  // Also of what was kept too long ago to be shown: a thread whose chat has gone since is not kept on.
  let saved = new Map<string, Thread>(
    [...(kept?.threads.keys() ?? [])].map((chatId) => [chatId, emptyThread]),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const save = async () => {
    clearTimeout(timer)
    timer = undefined
    const synced = syncedUpTo()
    const { freshAt } = useLive.getState()
    if (signal.aborted || !synced || freshAt === undefined) return
    const inbox = useInbox.getState()
    const threads = threadsToKeep(inbox)
    const chats = chatsInOrder(inbox).filter(({ id }, at) => at < chatsKept || threads.has(id))
    const changed = [...threads].filter(([chatId, thread]) => saved.get(chatId) !== thread)
    const gone = [...saved.keys()].filter((chatId) => !threads.has(chatId))
    saved = threads
    const pages = new Map(changed.map(([chatId, thread]) => [chatId, newestPage(thread)]))
    const { sight } = inbox
    await keep(userId, { freshAt, synced, sight, chats, counts: useCounts.getState() }, pages, gone)
  }
  // A full disk, or a browser that keeps nothing: then there is nothing to show without a network.
  const saveIfPossible = () => void save().catch(() => {})
  const later = () => {
    timer ??= setTimeout(saveIfPossible, restMs)
  }
  const stops = [
    useInbox.subscribe(later),
    useLive.subscribe(({ syncs }, b) => syncs !== b.syncs && later()),
  ]
  window.addEventListener('pagehide', saveIfPossible, { signal })
  document.addEventListener('visibilitychange', () => document.hidden && saveIfPossible(), {
    signal,
  })
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  })
}
