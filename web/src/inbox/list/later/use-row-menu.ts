import { type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { useLongPress } from '../../../ui/use-long-press.ts'

/** Opened by its button, by a finger that rests on the row, and by the menu key; a mouse keeps the browser's own menu. */
export function useRowMenu() {
  const [isOpen, setOpen] = useState(false)
  const pressed = useRef(false)
  const open = () => setOpen(true)
  const press = useLongPress(() => {
    pressed.current = true
    open()
  })
  return {
    isOpen,
    open,
    close: () => setOpen(false),
    onRow: {
      ...press,
      onPointerDown: (event: PointerEvent) => {
        pressed.current = false
        press.onPointerDown(event)
      },
      onContextMenu: (event: MouseEvent) => {
        if ((event.nativeEvent as globalThis.PointerEvent).pointerType === 'mouse') return
        event.preventDefault()
        open()
      },
      // The finger that opened the menu does not open the chat as well.
      onClick: (event: MouseEvent) => {
        if (pressed.current) event.preventDefault()
      },
    },
  }
}
export type OpenRowMenu = ReturnType<typeof useRowMenu>
