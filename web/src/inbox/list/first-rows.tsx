import type { Chat } from '../../../../shared/chat.ts'
import { usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { ChatRow } from './chat-row.tsx'

export const rowHeight = 78

/** More fit on no screen. */
const most = 25

/** The first rows, as `ChatRows` will show them: they are there before what makes a long list quick. */
export function FirstRows({ chats }: { chats: Chat[] }) {
  const { list } = useText()
  const place = usePlace()
  return (
    <div className="min-h-0 flex-1 overflow-hidden [contain:strict]">
      <ol aria-label={list.label}>
        {chats.slice(0, most).map((chat, at) => (
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
