import { LogOut } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'
import { LanguageSwitch } from '../language-switch.tsx'
import { hrefOf, usePlace } from '../place.ts'
import { useUser } from '../session.ts'
import { loadLater } from '../soon.ts'
import { loadAttentionWords } from '../text/attention/use-attention-words.ts'
import type { Text } from '../text/en.ts'
import { useText } from '../text/language.ts'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/button.tsx'
import { cn } from '../ui/class-names.ts'
import { Logo } from '../ui/logo.tsx'
import { Places } from './places.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { wide } from './wide.ts'

const AdminWays = lazy(async () => ({ default: (await loadLater()).parts.AdminWays }))

const AttentionSwitch = lazy(async () => {
  const { parts } = await loadLater()
  await loadAttentionWords()
  return { default: parts.AttentionSwitch }
})

const leave = async (text: Text) => {
  const { leaveForGood } = await import('../leave.ts')
  leaveForGood(text)
}

/** Always dark. Between phone and desktop there is room for its pictures and numbers only. */
export function Sidebar({ className, drawer }: { className?: string; drawer?: boolean }) {
  const { sidebar } = useText()
  const { role } = useUser()
  return (
    <aside
      aria-label={sidebar.label}
      data-drawer={drawer}
      className={cn(
        'group/side flex shrink-0 flex-col bg-[#0c1a17] text-ink scheme-dark',
        drawer ? 'h-full w-72' : 'w-18 xl:w-60',
        className,
      )}
    >
      <div className="flex items-center gap-2.5 px-4.5 py-4">
        <Logo className="size-9" />
        <span className={cn('text-lg font-semibold tracking-tight', wide)}>Balas</span>
      </div>
      <nav
        aria-label={sidebar.views}
        className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-3 pb-4"
      >
        <Places />
        <Suspense>{role === 'admin' && <AdminWays />}</Suspense>
      </nav>
      <Foot />
    </aside>
  )
}

function Foot() {
  const text = useText()
  const user = useUser()
  const { base, filter, page } = usePlace()
  return (
    <div className="grid gap-2 border-t border-line p-3">
      <div className={cn('grid gap-2', wide)}>
        <div className="flex gap-2 *:flex-1">
          <Suspense>
            <AttentionSwitch />
          </Suspense>
          <ThemeSwitch />
        </div>
        <LanguageSwitch className="*:flex-1" />
      </div>
      <div className="flex items-center gap-2.5 max-xl:not-group-data-drawer/side:flex-col">
        <Link
          href={hrefOf({ base, filter, customer: false, page: 'profile' })}
          title={text.sidebar.profile}
          aria-current={page === 'profile' ? 'page' : undefined}
          className="-m-1 flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-lg p-1 hover:bg-hover aria-[current=page]:bg-chosen"
        >
          <Avatar name={user.name} className="size-9 text-sm" />
          <span className="sr-only">{text.sidebar.profile}</span>
          <span className={cn('min-w-0 flex-1', wide)}>
            <span className="block truncate text-sm font-medium">{user.name}</span>
            <span className="block text-[13px] text-muted">{text.role[user.role]}</span>
          </span>
        </Link>
        <IconButton label={text.sidebar.signOut} onClick={() => void leave(text)}>
          <LogOut className="size-4.5" />
        </IconButton>
      </div>
    </div>
  )
}
