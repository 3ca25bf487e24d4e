import { useEffect, useLayoutEffect } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import { whenIdle } from '../../idle.ts'
import { usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { ChatRow } from './chat-row.tsx'

export const rowHeight = 78

/** More do not fit on this screen. */
const inSight = () => Math.ceil(innerHeight / rowHeight)

let tell = () => {}
/** When the first rows are on the screen, and leave time for something else. */
export const firstRowsShown = new Promise<void>((resolve) => {
  tell = resolve
})

/** Of which chat the row had the focus when the first rows made way for all of them. */
let focused: string | undefined

/** Gives the focus to the row that had it among the first rows, if one had. */
export function keepFocus(rows: HTMLElement | null) {
  const row = focused && rows?.querySelector<HTMLElement>(`[data-chat-id="${CSS.escape(focused)}"]`)
  if (row) row.focus({ preventScroll: true })
  focused = undefined
}

/** The first rows, as `ChatRows` will show them: they are there before what makes a long list quick. */
export function FirstRows({ chats }: { chats: Chat[] }) {
  const { list } = useText()
  const place = usePlace()
  useEffect(() => void whenIdle().then(tell), [])
  useLayoutEffect(
    () => () => {
      focused = document.activeElement?.closest<HTMLElement>('[data-chat-id]')?.dataset.chatId
    },
    [],
  )
  return (
    <div className="min-h-0 flex-1 overflow-hidden [contain:strict]">
      <ol aria-label={list.label}>
        {chats.slice(0, inSight()).map((chat, at) => (
          <li
            key={chat.id}
            aria-setsize={chats.length}
            aria-posinset={at + 1}
            style={{ height: rowHeight }}
          >
            <div className="mx-2">
              <ChatRow chat={chat} place={place} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
