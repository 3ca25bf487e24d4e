import type { LucideIcon } from 'lucide-react'

interface Props {
  picture: LucideIcon
  label: string
  destructive?: boolean
  disabled?: boolean
  onClick: () => void
}

/** One of the things to do in a window that lists them. */
export const MenuAction = ({ picture: Picture, label, destructive, disabled, onClick }: Props) => (
  <li>
    <button
      type="button"
      onClick={onClick}
      disabled={disabled}
      data-destructive={destructive}
      className="group/action flex h-10 w-full items-center gap-2.5 rounded-lg px-2.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 data-destructive:text-danger pointer-coarse:h-11"
    >
      <Picture
        aria-hidden
        className="size-4.5 text-muted group-data-destructive/action:text-danger"
      />
      {label}
    </button>
  </li>
)
