import { CircleAlert, CircleCheck } from 'lucide-react'
import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  /** Undefined where there is nothing to be well or not. */
  well?: boolean
  /** Over both columns, where there are two. */
  wide?: boolean
  children: ReactNode
}

/** One thing that can be well or not. */
export function Part({ title, well, wide, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      data-well={well}
      data-wide={wide}
      className="group/part grid min-w-0 content-start gap-3 rounded-2xl border border-line bg-surface p-4 data-[well=false]:border-warn lg:data-[wide=true]:col-span-2"
    >
      <h3 id={id} className="flex items-center gap-2 font-semibold">
        {well === true && <CircleCheck aria-hidden className="size-5 text-accent" />}
        {well === false && <CircleAlert aria-hidden className="size-5 text-warn" />}
        {title}
      </h3>
      {children}
    </section>
  )
}

/** What to do about it. */
export const Advice = ({ children }: { children: ReactNode }) => (
  <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">{children}</p>
)
