import { lazy, Suspense } from 'react'
import { useSelection } from './selection.ts'

const BulkToast = lazy(async () => ({ default: (await import('./bulk-toast.tsx')).BulkToast }))

/** Wherever one goes, what was done with several chats can be taken back for a while. */
export function BulkDone() {
  const done = useSelection((it) => it.done)
  return <Suspense>{done && <BulkToast done={done} />}</Suspense>
}
