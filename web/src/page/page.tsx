import type { ReactNode } from 'react'
import { Drawer } from '../sidebar/drawer.tsx'

interface Props {
  title: string
  about?: string
  /** At the end of the title's line. */
  action?: ReactNode
  children: ReactNode
}

/** A page of its own in the place of the chats. */
export function Page({ title, about, action, children }: Props) {
  return (
    <div
      data-testid="page"
      className="min-h-0 flex-1 overflow-y-auto bg-canvas max-md:[&_:is(a,button,select,summary,input)]:min-h-11 max-md:[&_button]:min-w-11"
    >
      <div className="mx-auto grid max-w-3xl gap-4 p-3 md:p-6">
        <header className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1">
          <div className="md:hidden">
            <Drawer />
          </div>
          <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
          <div className="ml-auto">{action}</div>
          {about && <p className="basis-full text-sm text-muted">{about}</p>}
        </header>
        {children}
      </div>
    </div>
  )
}

/** A page of which nothing is here yet, not even its title. */
export const PageLoading = ({ label }: { label: string }) => (
  <div className="min-h-0 flex-1 bg-canvas">
    <div className="mx-auto max-w-3xl p-3 pt-20 md:p-6 md:pt-20">
      <PageSkeleton label={label} />
    </div>
  </div>
)

/** What a page looks like before it knows anything. */
export const PageSkeleton = ({ label, rows = 4 }: { label: string; rows?: number }) => (
  <div role="status" className="grid gap-4">
    <span className="sr-only">{label}</span>
    {Array.from({ length: rows }, (_, row) => (
      <div
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        key={row}
        className="h-20 rounded-2xl border border-line bg-surface motion-safe:animate-pulse"
      />
    ))}
  </div>
)
