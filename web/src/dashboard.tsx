import { lazy, Suspense, useEffect } from 'react'
import { ChatList } from './inbox/list/chat-list.tsx'
import { start } from './inbox/start.ts'
import { usePlace } from './place.ts'
import { Sidebar } from './sidebar/sidebar.tsx'
import { useUnreadTitle } from './sidebar/use-counts.ts'
import { useText } from './text/language.ts'
import { cn } from './ui/class-names.ts'
import { Spinner } from './ui/spinner.tsx'

const loadThread = () => import('./inbox/thread/thread.tsx')
const Thread = lazy(async () => ({ default: (await loadThread()).Thread }))

/** Sidebar, chats, and the chat that is open. On a phone one of them at a time; the URL says which. */
export function Dashboard() {
  const text = useText()
  const { chatId } = usePlace()
  useEffect(start, [])
  // The list comes first; by the time somebody chooses a chat, what shows it is here.
  useEffect(() => void loadThread(), [])
  useUnreadTitle()

  return (
    <div className="flex h-full">
      <Sidebar className="max-md:hidden" />
      <main className="flex min-w-0 flex-1">
        <h1 className="sr-only">Balas</h1>
        <section
          aria-label={text.list.label}
          className={cn(
            'flex w-full shrink-0 flex-col border-line bg-surface md:w-80 md:border-r 2xl:w-96',
            chatId && 'max-md:hidden',
          )}
        >
          <ChatList />
        </section>
        <div className={cn('flex min-w-0 flex-1', !chatId && 'max-md:hidden')}>
          <Suspense fallback={<Spinner label={text.loading} />}>
            {chatId ? <Thread key={chatId} chatId={chatId} /> : <NoChat />}
          </Suspense>
        </div>
      </main>
    </div>
  )
}

function NoChat() {
  const { thread } = useText()
  return (
    <div className="grid flex-1 place-content-center gap-1 text-center">
      <h2 className="text-lg font-semibold">{thread.pick}</h2>
      <p className="text-muted">{thread.pickHint}</p>
    </div>
  )
}
