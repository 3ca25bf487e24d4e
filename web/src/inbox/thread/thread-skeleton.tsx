import { useText } from '../../text/language.ts'
import { Bone, Skeleton } from '../../ui/skeleton.tsx'

const bubbles = [
  'h-10 w-3/5',
  'ml-auto h-16 w-1/2',
  'h-10 w-2/5',
  'h-10 w-1/2',
  'ml-auto h-10 w-2/5',
]

/** What was said, on its way. */
export function MessagesSkeleton() {
  const { loading } = useText()
  return (
    <Skeleton label={loading} className="flex min-h-0 flex-1 flex-col justify-end gap-3 p-4 md:p-6">
      {bubbles.map((shape) => (
        <Bone key={shape} className={`max-w-md shrink-0 ${shape}`} round="rounded-2xl" />
      ))}
    </Skeleton>
  )
}

/** A chat of which nothing is known yet. */
export function ThreadSkeleton() {
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="flex items-center gap-3 border-b border-line bg-surface px-4 py-3">
        <Bone className="size-10" round="rounded-full" />
        <Bone className="h-4 w-40" />
      </div>
      <MessagesSkeleton />
    </div>
  )
}
