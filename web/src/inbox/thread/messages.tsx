import { useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Chat } from '../../../../shared/chat.ts'
import { useUser } from '../../session.ts'
import { useText } from '../../text/language.ts'
import { useThreadWords } from '../../text/thread/use-thread-words.ts'
import { loadNewer, loadOlder } from '../pages.ts'
import { draftsOf, messagesOf, shownOf } from '../select.ts'
import { useInbox } from '../store.ts'
import type { Party } from '../who.ts'
import { DayChip } from './day.tsx'
import { RowItem } from './row-item.tsx'
import { rowsOf } from './rows.ts'
import { Spoken } from './spoken.tsx'
import { ToNewest } from './to-newest.tsx'
import { useJump } from './use-jump.ts'
import { useLoadAhead } from './use-load-ahead.ts'
import { useMarkRead, useWatched } from './use-mark-read.ts'
import { useScroll } from './use-scroll.ts'
import { useToEnd } from './use-to-end.ts'
import { useUnseen } from './use-unseen.ts'

/** So many lines before an edge, what lies beyond is fetched. */
const ahead = 12

/** The same one as long as it says the same. */
function useParty({ id, isGroup, customer: { name, phone } }: Chat): Party {
  return useMemo(() => ({ id, isGroup, customer: { name, phone } }), [id, isGroup, name, phone])
}

/** All that was said, newest at the bottom; however much it is, only what is in sight is in the page. */
export function Messages({ chat }: { chat: Chat }) {
  const text = useText()
  const words = useThreadWords()
  const { id: me } = useUser()
  const newest = useInbox((inbox) => messagesOf(inbox, chat.id))
  const shown = useInbox((inbox) => shownOf(inbox, chat.id))
  const drafts = useInbox(useShallow((inbox) => draftsOf(inbox, chat.id)))
  const party = useParty(chat)
  const { stretch, cursor, reach } = useInbox(({ threads }) => threads[chat.id]) ?? {}
  const [atEnd, setAtEnd] = useState(true)
  const watched = useWatched()
  const here = watched && atEnd && !stretch
  useMarkRead(chat, newest, here)
  const { firstNew, count } = useUnseen(chat, newest, here)

  const before = stretch ? stretch.before : cursor
  const rows = useMemo(
    () =>
      rowsOf({
        messages: shown,
        drafts: stretch ? [] : drafts,
        more: Boolean(before) || reach === undefined,
        firstNew,
        me,
      }),
    [shown, drafts, stretch, before, reach, firstNew, me],
  )
  const { scroller, virtual, onScroll, onFocus } = useScroll(rows, !stretch, setAtEnd)
  const { lit, lost } = useJump(chat.id, rows, (row) =>
    virtual.scrollToIndex(row, { align: 'center' }),
  )
  const toEnd = useToEnd(chat.id, drafts, virtual.scrollToEnd)

  const items = virtual.getVirtualItems()
  const { startIndex = ahead, endIndex = 0 } = virtual.range ?? {}
  useLoadAhead(startIndex < ahead, before, () => loadOlder(chat.id))
  useLoadAhead(endIndex > rows.length - ahead, stretch?.after, () => loadNewer(chat.id))

  return (
    <div className="relative min-h-0 flex-1 bg-canvas">
      <DayChip row={rows[startIndex]} shown={virtual.isScrolling && startIndex > 0} />
      <div
        ref={scroller}
        role="log"
        aria-label={text.thread.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard
        tabIndex={0}
        data-testid="thread"
        onScroll={onScroll}
        className="flex h-full flex-col overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <Spoken chat={chat} messages={newest} />
        {/* Scrolling brings lines into the page that are no news: what is new is told above, and only that. */}
        <ol
          aria-live="off"
          className="relative mx-auto mt-auto w-full max-w-4xl shrink-0"
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ key, index, start }) => {
            const row = rows[index]
            return (
              row && (
                <RowItem
                  key={key}
                  row={row}
                  party={party}
                  index={index}
                  start={start}
                  lit={row.key === lit}
                  measure={virtual.measureElement}
                  onFocus={onFocus}
                />
              )
            )
          })}
        </ol>
      </div>
      {before && startIndex === 0 && (
        <p className="pointer-events-none absolute inset-x-0 top-2 mx-auto w-fit rounded-full bg-raised px-3 py-1 text-xs text-muted shadow-sm">
          {text.thread.older}
        </p>
      )}
      {lost && (
        <p
          role="status"
          className="absolute inset-x-4 bottom-4 mx-auto w-fit rounded-lg bg-raised px-3 py-2 text-sm shadow-md"
        >
          {words.quote.lost}
        </p>
      )}
      {(!atEnd || stretch) && <ToNewest count={count} onClick={toEnd} />}
    </div>
  )
}
