import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import type { Chat } from '../../../../../shared/chat.ts'
import { useListWords } from '../../../text/list/use-list-words.ts'
import { IconButton } from '../../../ui/button.tsx'
import type { OpenRowMenu } from './use-row-menu.ts'

const load = () => import('./row-menu.tsx')
const RowMenu = lazy(async () => ({ default: (await load()).RowMenu }))

interface Props {
  chat: Chat
  name: string
  menu: OpenRowMenu
}

/** The way to what can be done with a chat: seen where it is pointed at, and for fingers behind a long press. */
export function RowMenuButton({ chat, name, menu }: Props) {
  const { row: words } = useListWords()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        label={words.more(name)}
        aria-haspopup="dialog"
        aria-expanded={menu.isOpen}
        data-testid="row-menu"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={menu.open}
        className="absolute! top-1 right-1 size-8! bg-hover opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:pointer-events-none"
      >
        <Ellipsis aria-hidden className="size-4" />
      </IconButton>
      {menu.isOpen && (
        <Suspense>
          <RowMenu chat={chat} name={name} at={button.current} onClose={menu.close} />
        </Suspense>
      )}
    </>
  )
}
