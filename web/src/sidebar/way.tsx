import type { LucideIcon } from 'lucide-react'
import { Link } from 'wouter'

interface Props {
  href: string
  chosen: boolean
  picture: LucideIcon
  label: string
  count?: number | undefined
  /** How many things need somebody there. */
  alarm?: number
  alarmLabel?: string
}

/** A way to somewhere, with what is to be known before one goes there. */
export function Way({ href, chosen, picture: Picture, label, count, alarm, alarmLabel }: Props) {
  return (
    <li>
      <Link
        href={href}
        aria-current={chosen ? 'page' : undefined}
        title={alarm ? `${label}: ${alarmLabel}` : label}
        className="flex h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm text-muted hover:bg-hover hover:text-ink aria-[current=page]:bg-chosen aria-[current=page]:text-ink max-xl:not-group-data-drawer/side:h-11 max-xl:not-group-data-drawer/side:flex-col max-xl:not-group-data-drawer/side:justify-center max-xl:not-group-data-drawer/side:gap-0.5 max-xl:not-group-data-drawer/side:px-0"
      >
        <Picture aria-hidden className="size-4.5 shrink-0" />
        <span className="max-xl:not-group-data-drawer/side:sr-only min-w-0 flex-1 truncate">
          {label}
        </span>
        {alarm ? (
          <span className="rounded-full bg-warn px-1.5 text-xs font-semibold text-surface tabular-nums">
            {alarm}
            <span className="sr-only"> {alarmLabel}</span>
          </span>
        ) : (
          <span className="text-xs tabular-nums">{count ?? ''}</span>
        )}
      </Link>
    </li>
  )
}
