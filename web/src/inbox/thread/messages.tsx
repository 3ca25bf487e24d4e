import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Chat } from '../../../../shared/chat.ts'
import { useText } from '../../text/language.ts'
import { dayTitle, useNow } from '../../text/time.ts'
import { IconButton } from '../../ui/button.tsx'
import { daysOf, draftsOf, messagesOf } from '../select.ts'
import { useInbox } from '../store.ts'
import { Bubble } from './bubble.tsx'
import { DraftBubble } from './draft-bubble.tsx'
import { Spoken } from './spoken.tsx'
import { useMarkRead } from './use-mark-read.ts'
import { useOlder } from './use-older.ts'

/** Pixels from the bottom that still count as being there. */
const slack = 48

/** Grows upwards from the bottom, so neither older nor newer messages move what is being read. */
export function Messages({ chat }: { chat: Chat }) {
  const text = useText()
  const now = useNow()
  const messages = useInbox(useShallow((inbox) => messagesOf(inbox, chat.id)))
  const drafts = useInbox(useShallow((inbox) => draftsOf(inbox, chat.id)))
  const scroller = useRef<HTMLElement>(null)
  const [atBottom, setAtBottom] = useState(true)
  const older = useOlder(chat.id, scroller)
  useMarkRead(chat, messages, atBottom)

  return (
    <div className="relative min-h-0 flex-1 bg-canvas">
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: whatever scrolls must be reachable by keyboard */}
      <section
        ref={scroller}
        aria-label={text.thread.messages}
        tabIndex={0}
        data-testid="thread"
        onScroll={({ currentTarget }) => setAtBottom(-currentTarget.scrollTop < slack)}
        className="flex h-full flex-col-reverse overflow-y-auto focus-visible:-outline-offset-2"
      >
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        <div className="mx-auto w-full max-w-4xl px-3 py-4 md:px-6">
          <p ref={older.edge} className="py-2 text-center text-[13px] text-muted">
            {older.more ? text.thread.older : text.thread.beginning}
          </p>
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {daysOf(messages).map((day) => (
              <li key={day.date} className="grid grid-cols-[minmax(0,1fr)] gap-2">
                <h3 className="sticky top-2 z-10 justify-self-center rounded-full bg-raised px-3 py-1 text-xs font-medium text-muted shadow-sm">
                  {dayTitle(day.at, text, now)}
                </h3>
                <ol className="grid grid-cols-[minmax(0,1fr)] gap-1">
                  {day.runs.flatMap((run) =>
                    run.map((message, at) => (
                      <Bubble key={message.id} message={message} chat={chat} first={at === 0} />
                    )),
                  )}
                </ol>
              </li>
            ))}
          </ol>
          {drafts.length > 0 && (
            <ol className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1">
              {drafts.map((draft) => (
                <DraftBubble key={draft.id} draft={draft} />
              ))}
            </ol>
          )}
        </div>
      </section>
      {!atBottom && (
        <IconButton
          look="outline"
          size="round"
          label={text.thread.newest}
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
          className="absolute right-4 bottom-4 shadow-md"
        >
          <ChevronDown className="size-5" />
        </IconButton>
      )}
      <Spoken chat={chat} messages={messages} />
    </div>
  )
}
