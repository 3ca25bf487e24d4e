import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Chat, Found } from '../../../../../shared/chat.ts'
import { usePlace } from '../../../place.ts'
import { useText } from '../../../text/language.ts'
import { keepFocus, rowHeight } from '../first-rows.tsx'
import { shiftOf } from '../shift.ts'
import { BulkBar } from './bulk-bar.tsx'
import { Row } from './row.tsx'
import { heightOf } from './row-heights.ts'
import { useSelection } from './selection.ts'

/** So many rows before the end, the next page is asked for; of a short list, fewer. */
const ahead = 40

export interface Rows {
  chats: Chat[]
  /** Of a search: what was said with these words, by chat. */
  found?: Record<string, Found[]> | undefined
  /** Leads to the next page, if there is one. */
  more: string | null | undefined
  onEnd: () => void
}

/** However many chats there are, only those in sight are in the page. */
export function ChatRows({ chats, found, more, onEnd }: Rows) {
  const { list } = useText()
  const place = usePlace()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(found?.[chats[index]?.id ?? '']),
    initialRect: { width: 0, height: innerHeight },
    overscan: 6,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows grow by what was found in their chats
  useLayoutEffect(() => virtual.measure(), [found])
  const rows = virtual.getVirtualItems()
  const nearEnd = (rows.at(-1)?.index ?? 0) >= chats.length - Math.min(ahead, chats.length / 3)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a page came of which little is shown, or nothing
  useEffect(() => {
    if (nearEnd && more) onEnd()
  }, [nearEnd, chats.length, more])
  useLayoutEffect(() => keepFocus(scroller.current), [])
  const drawn = useRef(chats)
  // What rises in the list moves past whoever reads further down; at the top it is seen coming.
  useLayoutEffect(() => {
    const box = scroller.current
    const before = drawn.current
    drawn.current = chats
    if (!box || found || before === chats || box.scrollTop < rowHeight) return
    const shift = shiftOf(before, chats, Math.floor(box.scrollTop / rowHeight))
    if (shift) box.scrollTop += shift * rowHeight
  }, [chats, found])
  const open = chats.findIndex(({ id }) => id === place.chatId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another chat opens: keys go further than the eye
  useEffect(() => {
    if (open >= 0) virtual.scrollToIndex(open, { align: 'auto' })
  }, [place.chatId])

  const selecting = useSelection(({ ids }) => ids !== undefined)

  return (
    <>
      {selecting && <BulkBar chats={chats} />}
      <div
        ref={scroller}
        data-testid="chat-rows"
        className="min-h-0 flex-1 overflow-y-auto [contain:strict]"
      >
        <ol aria-label={list.label} className="relative" style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start, size }) => {
            const chat = chats[index]
            return (
              chat && (
                <li
                  key={chat.id}
                  aria-setsize={chats.length}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0"
                  style={{ height: size, transform: `translateY(${start}px)` }}
                >
                  <Row chat={chat} place={place} found={found?.[chat.id]} />
                </li>
              )
            )
          })}
        </ol>
      </div>
    </>
  )
}
