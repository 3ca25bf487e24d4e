import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { ChatRow } from './chat-row.tsx'
import { rowHeight } from './first-rows.tsx'
import { shiftOf } from './shift.ts'

/** So many rows before the end, the next page is asked for; of a short list, fewer. */
const ahead = 40

interface Props {
  chats: Chat[]
  onEnd: () => void
}

/** However many chats there are, only those in sight are in the page. */
export function ChatRows({ chats, onEnd }: Props) {
  const { list } = useText()
  const place = usePlace()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 0, height: innerHeight },
    overscan: 6,
  })
  const rows = virtual.getVirtualItems()
  const nearEnd = (rows.at(-1)?.index ?? 0) >= chats.length - Math.min(ahead, chats.length / 3)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when a page came and was short
  useEffect(() => {
    if (nearEnd) onEnd()
  }, [nearEnd, chats.length])
  const drawn = useRef(chats)
  // What rises in the list moves past whoever reads further down; at the top it is seen coming.
  useLayoutEffect(() => {
    const box = scroller.current
    const before = drawn.current
    drawn.current = chats
    if (!box || before === chats || box.scrollTop < rowHeight) return
    const shift = shiftOf(before, chats, Math.floor(box.scrollTop / rowHeight))
    if (shift) box.scrollTop += shift * rowHeight
  }, [chats])
  const open = chats.findIndex(({ id }) => id === place.chatId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another chat opens: keys go further than the eye
  useEffect(() => {
    if (open >= 0) virtual.scrollToIndex(open, { align: 'auto' })
  }, [place.chatId])

  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto [contain:strict]">
      <ol aria-label={list.label} className="relative" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const chat = chats[index]
          return (
            chat && (
              <li
                key={chat.id}
                aria-setsize={chats.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              >
                <ChatRow chat={chat} place={place} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}
