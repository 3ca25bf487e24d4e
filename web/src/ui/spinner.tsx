import { LoaderCircle } from 'lucide-react'

export function Spinner({ label }: { label: string }) {
  return (
    <div role="status" className="grid place-items-center p-6 text-muted">
      <LoaderCircle aria-hidden className="size-5 motion-safe:animate-spin" />
      <span className="sr-only">{label}</span>
    </div>
  )
}
