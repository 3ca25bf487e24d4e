import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react'
import { useThreadWords } from '../text/thread/use-thread-words.ts'
import { cn } from './class-names.ts'
import { forgetWidth, type Pane, panes, widen } from './panes.ts'

const step = 16

interface Props {
  pane: Pane
  /** On which side of the divider the pane is. */
  side: 'left' | 'right'
  className?: string
}

/** Makes the pane beside it wider or narrower: dragged, or with the arrows; a double click forgets it. */
export function Divider({ pane, side, className }: Props) {
  const words = useThreadWords()
  const line = useRef<HTMLHRElement>(null)
  const [width, setWidth] = useState(0)
  const grows = side === 'left' ? 1 : -1
  const measured = () => {
    const { previousElementSibling, nextElementSibling } = line.current ?? {}
    const beside = side === 'left' ? previousElementSibling : nextElementSibling
    return beside?.getBoundingClientRect().width ?? 0
  }
  useLayoutEffect(() => setWidth(Math.round(measured())))
  const set = (wanted: number) => setWidth(widen(pane, wanted))

  const from = useRef<{ x: number; width: number }>(undefined)

  function grab({ pointerId, clientX, currentTarget }: PointerEvent<HTMLHRElement>) {
    currentTarget.setPointerCapture(pointerId)
    from.current = { x: clientX, width: measured() }
  }
  function drag({ clientX }: PointerEvent) {
    const { x, width } = from.current ?? {}
    if (x !== undefined && width !== undefined) set(width + grows * (clientX - x))
  }
  function keyed(event: KeyboardEvent) {
    const { least, most } = panes[pane]
    const wanted = {
      ArrowLeft: width - grows * step,
      ArrowRight: width + grows * step,
      Home: least,
      End: most,
    }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    set(wanted)
  }
  return (
    <hr
      ref={line}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={words.panes[pane]}
      aria-valuenow={width}
      aria-valuemin={panes[pane].least}
      aria-valuemax={panes[pane].most}
      onPointerDown={grab}
      onPointerMove={drag}
      onLostPointerCapture={() => {
        from.current = undefined
      }}
      onKeyDown={keyed}
      onDoubleClick={() => {
        forgetWidth(pane)
        setWidth(Math.round(measured()))
      }}
      className={cn(
        'z-10 -mx-1 w-2 shrink-0 cursor-col-resize touch-none self-stretch border-0 hover:bg-accent/30 focus-visible:bg-accent/50 focus-visible:outline-none',
        className,
      )}
    />
  )
}
