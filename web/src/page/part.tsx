import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  about?: string
  children: ReactNode
}

/** Things that are decided together. */
export function Part({ title, about, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 content-start gap-4 rounded-2xl border border-line bg-surface p-4 md:p-5"
    >
      <div className="grid gap-1">
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {about && <p className="text-sm text-muted">{about}</p>}
      </div>
      {children}
    </section>
  )
}
