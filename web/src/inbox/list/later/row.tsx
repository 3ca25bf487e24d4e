import { memo } from 'react'
import type { Chat, Found } from '../../../../../shared/chat.ts'
import type { Place } from '../../../place.ts'
import { useText } from '../../../text/language.ts'
import { nameOf } from '../../name.ts'
import { ChatRow, rowLook, rowMarks } from '../chat-row.tsx'
import { RowContent } from '../row-content.tsx'
import { RowMenuButton } from './row-menu-button.tsx'
import { Said } from './said.tsx'
import { toggleSelected, useSelection } from './selection.ts'
import { useRowMenu } from './use-row-menu.ts'

interface Props {
  chat: Chat
  place: Place
  /** Of a search: where in this chat the words were said. */
  found?: Found[] | undefined
}

/** A chat with all that can be done with it in the list; while several are being chosen, it is chosen. */
export const Row = memo(function Row({ chat, place, found }: Props) {
  const text = useText()
  const { id } = chat
  const name = nameOf(chat, text)
  const chosen = useSelection(({ ids }) => ids && Boolean(ids[id]))
  const menu = useRowMenu()
  return (
    <div className="group/row relative mx-2">
      {chosen === undefined ? (
        <>
          <ChatRow chat={chat} place={place} on={menu.onRow} />
          <RowMenuButton chat={chat} name={name} menu={menu} />
        </>
      ) : (
        <label {...rowMarks(chat)} className={rowLook}>
          <RowContent chat={chat} open={place.chatId === id}>
            <input
              type="checkbox"
              aria-label={name}
              checked={chosen}
              onChange={() => toggleSelected(id)}
              className="size-5 accent-accent"
            />
          </RowContent>
        </label>
      )}
      {found && <Said found={found} name={name} place={place} />}
    </div>
  )
})
