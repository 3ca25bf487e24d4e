import { lazy, Suspense, useEffect, useLayoutEffect } from 'react'
import { pause } from './backoff.ts'
import { keepKeys } from './early/keys.ts'
import { FirstRunLater, useFirstRun } from './first-run/first-run-later.tsx'
import { ChatList } from './inbox/list/chat-list.tsx'
import { beginList, listOnItsWay } from './inbox/lists.ts'
import { start } from './inbox/start.ts'
import { ThreadSkeleton } from './inbox/thread/thread-skeleton.tsx'
import { placeNow, usePlace } from './place.ts'
import { useSession, useUser } from './session.ts'
import { useDisconnected } from './sidebar/counts.ts'
import { Sidebar } from './sidebar/sidebar.tsx'
import { useUnreadTitle } from './sidebar/use-counts.ts'
import { beginWith, loadLater, whenQuiet } from './soon.ts'
import { loadAttentionWords } from './text/attention/use-attention-words.ts'
import { loadComposerWords } from './text/composer/use-composer-words.ts'
import { loadCustomerWords } from './text/customer/use-customer-words.ts'
import { loadHealthWords } from './text/health/use-health-words.ts'
import { useText } from './text/language.ts'
import { loadThreadWords } from './text/thread/use-thread-words.ts'
import { cn } from './ui/class-names.ts'
import { useMedia } from './ui/use-media.ts'

const Health = lazy(async () => {
  const [{ HealthPage }] = await Promise.all([
    import('./health/health-page.tsx'),
    loadHealthWords(),
    loadThreadWords(),
  ])
  return { default: HealthPage }
})
const Pages = lazy(async () => ({ default: (await import('./page/pages.tsx')).Pages }))
const ChannelBanner = lazy(async () => ({
  default: (await import('./inbox/channel-banner.tsx')).ChannelBanner,
}))
const Bars = lazy(async () => {
  const { parts } = await loadLater()
  await loadAttentionWords()
  return { default: parts.Bars }
})
const Divider = lazy(async () => {
  const { parts } = await loadLater()
  await loadThreadWords()
  return { default: parts.Divider }
})
const Keyboard = lazy(async () => ({ default: (await loadLater()).parts.Keyboard }))
const loadThread = () =>
  Promise.all([
    import('./inbox/thread/thread.tsx'),
    loadThreadWords(),
    loadCustomerWords(),
    loadComposerWords(),
  ])
const Thread = lazy(async () => {
  const [{ Thread }] = await loadThread()
  return { default: Thread }
})

/** Much later, a screen without chats is better than none. */
const briefMs = 100

/** Asks for the list that is shown first: often it is here by now, and all is drawn at once. */
export async function begin(): Promise<void> {
  const { health, page, filter } = placeNow()
  if (health || page || useSession.getState().state !== 'in') return
  await Promise.race([beginList(filter), pause(briefMs)])
}

/** Sidebar, chats, and the chat that is open. On a phone one of them at a time; the URL says which. */
export function Dashboard() {
  const { chatId, health, page } = usePlace()
  const user = useUser()
  const disconnected = useDisconnected()
  const isDesk = useMedia('(min-width: 48rem)')
  useLayoutEffect(keepKeys, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody else gets a dashboard of their own
  useEffect(() => start(user), [user.id])
  useEffect(() => {
    void beginWith(listOnItsWay())
    // By the time somebody chooses a chat, what shows it is here.
    void whenQuiet(0)
      .then(loadThread)
      .catch(() => {})
  }, [])

  return (
    <div className="flex h-full">
      <Title />
      {isDesk && <Sidebar className="max-md:hidden" />}
      <main className="flex min-w-0 flex-1 flex-col">
        <h1 className="sr-only">Balas</h1>
        <Suspense>
          <Bars />
        </Suspense>
        <Suspense>{disconnected && <ChannelBanner />}</Suspense>
        {health && user.role === 'admin' ? (
          <Suspense fallback={<div className="flex-1" />}>
            <Health />
          </Suspense>
        ) : page ? (
          <Suspense fallback={<div className="flex-1" />}>
            <Pages name={page} />
          </Suspense>
        ) : (
          <Chats chatId={chatId} />
        )}
      </main>
      <Suspense>
        <Keyboard />
      </Suspense>
    </div>
  )
}

/** Alone, so that a number that changes draws nothing but itself. */
function Title() {
  useUnreadTitle()
  return null
}

function Chats({ chatId }: { chatId: string | undefined }) {
  const text = useText()
  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={text.list.label}
        className={cn(
          'flex w-full shrink-0 flex-col border-line bg-surface md:w-[var(--list-width,20rem)] md:border-r 2xl:w-[var(--list-width,24rem)]',
          chatId && 'max-md:hidden',
        )}
      >
        <ChatList />
      </section>
      <Suspense>
        <Divider pane="list" side="left" className="max-md:hidden" />
      </Suspense>
      <div className={cn('flex min-w-0 flex-1', !chatId && 'max-md:hidden')}>
        <Suspense fallback={<ThreadSkeleton />}>
          {chatId ? <Thread key={chatId} chatId={chatId} /> : <NoChat />}
        </Suspense>
      </div>
    </div>
  )
}

function NoChat() {
  const { thread } = useText()
  const first = useFirstRun()
  if (first)
    return (
      <div className="grid flex-1 place-content-center">
        <FirstRunLater />
      </div>
    )
  return (
    <div className="grid flex-1 place-content-center gap-1 text-center">
      <h2 className="text-lg font-semibold">{thread.pick}</h2>
      <p className="text-muted">{thread.pickHint}</p>
    </div>
  )
}
