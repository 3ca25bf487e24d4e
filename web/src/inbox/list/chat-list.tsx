import { lazy, Suspense, useDeferredValue, useEffect } from 'react'
import { Link } from 'wouter'
import { useShallow } from 'zustand/react/shallow'
import { pause } from '../../backoff.ts'
import { FirstRunLater, useFirstRun } from '../../first-run/first-run-later.tsx'
import { useLive } from '../../live/use-live.ts'
import { hrefOf, usePlace } from '../../place.ts'
import { useUser } from '../../session.ts'
import { useCounts } from '../../sidebar/counts.ts'
import { useText } from '../../text/language.ts'
import { loadListWords } from '../../text/list/use-list-words.ts'
import { wordsFor } from '../../text/problem.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { isFiltered, listKey } from '../filter.ts'
import { loadChats, useLists } from '../lists.ts'
import { chatsOf } from '../select.ts'
import { useInbox } from '../store.ts'
import { ChatListHead } from './chat-list-head.tsx'
import { FirstRows, firstRowsShown } from './first-rows.tsx'
import { RowsSkeleton } from './rows-skeleton.tsx'

/** A page in the background paints nothing. */
const longestMs = 1_000

/** Nothing is in the way of the first rows. */
const ChatRows = lazy(async () => {
  await Promise.race([firstRowsShown, pause(longestMs)])
  const [{ ChatRows }] = await Promise.all([import('./later/chat-rows.tsx'), loadListWords()])
  return { default: ChatRows }
})
const Nothing = lazy(async () => {
  const [{ Nothing }] = await Promise.all([import('./later/nothing.tsx'), loadListWords()])
  return { default: Nothing }
})

/** The chats that the URL asks for, in the order it asks for. */
export function ChatList() {
  const text = useText()
  const user = useUser()
  const { filter, chatId } = usePlace()
  const key = listKey(filter)
  const list = useLists((lists) => lists[key])
  const chats = useInbox(useShallow((inbox) => chatsOf(inbox, list, filter, user.id, chatId)))
  const sight = useInbox((inbox) => inbox.sight.unassigned)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the filter; what may be seen decides what there is
  useEffect(() => void loadChats(filter), [key, sight])
  const short = Boolean(list?.cursor) && !list?.busy && !list?.problem && chats.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page of which nothing is shown asks for the next
  useEffect(() => void (short && loadChats(filter, true)), [short, key])

  const first = useFirstRun()
  const syncs = useLive((it) => it.syncs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be fetched is fetched once there is a connection again
  useEffect(() => void (list?.problem && loadChats(filter)), [syncs])

  // What somebody types comes before what the list has become.
  const rows = useDeferredValue(chats)
  const waiting = !list || list.busy || short
  return (
    <>
      <ChatListHead />
      {list?.problem && !(list.problem === 'unreachable' && chats.length > 0) && (
        <Notice className="mx-3 mb-2">
          {wordsFor(list.problem, text)}
          <Button size="small" onClick={() => void loadChats(filter)}>
            {text.tryAgain}
          </Button>
        </Notice>
      )}
      {rows.length > 0 ? (
        <Suspense fallback={<FirstRows chats={rows} />}>
          <ChatRows
            key={key}
            chats={rows}
            found={list?.found}
            more={list?.problem ? null : list?.cursor}
            onEnd={() => void loadChats(filter, true)}
          />
        </Suspense>
      ) : waiting || chats.length > 0 ? (
        <RowsSkeleton />
      ) : list?.problem ? null : first && key === listKey({ view: 'all' }) ? (
        <>
          <p className="p-8 text-center text-muted max-md:hidden">{text.list.empty}</p>
          <div className="grid justify-center md:hidden">
            <FirstRunLater />
          </div>
        </>
      ) : (
        <Suspense>{isFiltered(filter) || filter.view !== 'all' ? <Nothing /> : <Empty />}</Suspense>
      )}
    </>
  )
}

/** Of all chats none is open: either there never was one, or all are closed. */
function Empty() {
  const { list } = useText()
  const { base } = usePlace()
  const closed = useCounts(({ modes }) => modes?.closed ?? 0)
  return (
    <div className="grid justify-items-center gap-2 p-8 text-center text-muted">
      <p>{closed ? list.allClosed : list.empty}</p>
      {closed > 0 && (
        <Link
          href={hrefOf({ base, customer: false, filter: { view: 'all', mode: 'closed' } })}
          className="text-accent underline"
        >
          {list.toClosed}
        </Link>
      )}
    </div>
  )
}
