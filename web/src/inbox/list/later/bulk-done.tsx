import { lazy, Suspense } from 'react'
import { loadListWords } from '../../../text/list/use-list-words.ts'
import { useSelection } from './selection.ts'

const BulkToast = lazy(async () => {
  const [{ BulkToast }] = await Promise.all([import('./bulk-toast.tsx'), loadListWords()])
  return { default: BulkToast }
})

/** Wherever one goes, what was done with several chats can be taken back for a while. */
export function BulkDone() {
  const done = useSelection((it) => it.done)
  return <Suspense>{done && <BulkToast done={done} />}</Suspense>
}
