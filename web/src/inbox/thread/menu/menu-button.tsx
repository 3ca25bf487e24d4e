import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useRef } from 'react'
import type { Message } from '../../../../../shared/message.ts'
import { useThreadWords } from '../../../text/thread/use-thread-words.ts'
import { IconButton } from '../../../ui/button.tsx'
import type { OpenMenu } from './use-menu.ts'

const load = () => import('./message-menu.tsx')
const MessageMenu = lazy(async () => ({ default: (await load()).MessageMenu }))

interface Props {
  message: Message
  writer: string
  menu: OpenMenu
}

/** The way to what can be done with a message: seen beside it when it is pointed at, and always within reach. */
export function MenuButton({ message, writer, menu }: Props) {
  const { menu: words } = useThreadWords()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <IconButton
        ref={button}
        label={words.open}
        aria-haspopup="dialog"
        aria-expanded={menu.isOpen}
        data-testid="message-menu"
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onClick={menu.open}
        className="size-8! pointer-coarse:size-11! opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-60"
      >
        <Ellipsis aria-hidden className="size-4" />
      </IconButton>
      {menu.isOpen && (
        <Suspense>
          <MessageMenu message={message} writer={writer} at={button.current} onClose={menu.close} />
        </Suspense>
      )}
    </>
  )
}
