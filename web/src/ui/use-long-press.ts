import { type PointerEvent, useRef } from 'react'

const longMs = 500
const driftPx = 10

/** A finger that rests on something. What scrolls or lets go in time is none. */
export function useLongPress(onLong: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined)
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return {
    onPointerDown({ pointerType, clientX: x, clientY: y }: PointerEvent) {
      end()
      if (pointerType === 'touch') press.current = { timer: setTimeout(onLong, longMs), x, y }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x = 0, y = 0 } = press.current ?? {}
      if (Math.hypot(clientX - x, clientY - y) > driftPx) end()
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
  }
}
