import { Menu as MenuIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useText } from '../text/language.ts'
import { IconButton } from '../ui/button.tsx'
import { useMedia } from '../ui/use-media.ts'
import { Sidebar } from './sidebar.tsx'

/** The sidebar on a phone: behind a button, gone once a place is chosen. */
export function Drawer() {
  const { sidebar } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [path] = useLocation()
  const search = useSearch()
  const isBeside = useMedia('(min-width: 80rem)')
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the place changes, or there is room for the sidebar itself
  useEffect(() => dialog.current?.close?.(), [path, search, isBeside])
  useEffect(() => void (isOpen && dialog.current?.showModal()), [isOpen])

  return (
    <>
      <IconButton label={sidebar.open} className="xl:hidden" onClick={() => setOpen(true)}>
        <MenuIcon className="size-5" />
      </IconButton>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes on Escape by itself */}
      <dialog
        ref={dialog}
        aria-label={sidebar.label}
        onClose={() => setOpen(false)}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
        className="m-0 h-dvh max-h-none border-0 bg-transparent p-0 backdrop:bg-shade"
      >
        {isOpen && <Sidebar drawer />}
      </dialog>
    </>
  )
}
