import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { cn } from './class-names.ts'

interface Props {
  label: string
  /** What it is about: on a wide screen it opens beside that. */
  at?: Element | null | undefined
  onClose: () => void
  className?: string
  children: ReactNode
}

const gap = 4
const margin = 8

/** A window above all else; at the bottom edge of a phone. Escape and a click beside it close it. */
export function Modal({ label, at, onClose, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal?.()
    const stop = element && at ? keepBeside(element, at) : undefined
    return () => {
      stop?.()
      // Closing gives the focus back to where it was; a finger had it nowhere.
      element?.close?.()
      if (document.activeElement === document.body && at instanceof HTMLElement) at.focus()
    }
  }, [at])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes on Escape by itself
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={cn(
        'max-h-[80dvh] max-w-none overflow-y-auto rounded-2xl border border-line bg-raised p-0 text-ink shadow-lg backdrop:bg-shade max-md:mx-3 max-md:mt-auto max-md:mb-3 max-md:w-auto md:m-auto md:w-80 md:backdrop:bg-transparent',
        className,
      )}
    >
      {/* A click on the padding is one inside. */}
      <div className="grid gap-3 p-3">{children}</div>
    </dialog>
  )
}

/** It changes its size with what it shows, and the window may too: it stays inside. */
function keepBeside(element: HTMLElement, at: Element): () => void {
  const wide = matchMedia('(min-width: 768px)')
  const put = () => (wide.matches ? place(element, at) : element.removeAttribute('style'))
  put()
  const sizes = new ResizeObserver(put)
  sizes.observe(element)
  window.addEventListener('resize', put)
  return () => {
    sizes.disconnect()
    window.removeEventListener('resize', put)
  }
}

function place(element: HTMLElement, at: Element) {
  const around = at.getBoundingClientRect()
  const { width, height } = element.getBoundingClientRect()
  const below = around.bottom + gap
  const top = below + height > innerHeight - margin ? around.top - height - gap : below
  const within = (value: number, most: number) => Math.max(margin, Math.min(value, most - margin))
  element.style.margin = '0'
  element.style.top = `${within(top, innerHeight - height)}px`
  element.style.left = `${within(around.left + around.width / 2 - width / 2, innerWidth - width)}px`
}
