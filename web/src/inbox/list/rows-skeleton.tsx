import { useText } from '../../text/language.ts'
import { Bone, Skeleton } from '../../ui/skeleton.tsx'
import { rowHeight } from './first-rows.tsx'

const widths = ['w-2/5', 'w-1/2', 'w-1/3', 'w-3/5', 'w-2/5', 'w-1/2', 'w-1/3', 'w-2/5']

/** Chats that are on their way. */
export function RowsSkeleton() {
  const { loading } = useText()
  return (
    <Skeleton label={loading} className="min-h-0 flex-1 overflow-hidden">
      {widths.map((width, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          key={at}
          className="mx-2 flex items-center gap-3 px-2.5"
          style={{ height: rowHeight }}
        >
          <Bone className="size-11" round="rounded-full" />
          <span className="grid flex-1 gap-2">
            <Bone className={`h-3.5 ${width}`} />
            <Bone className="h-3 w-4/5" />
          </span>
        </div>
      ))}
    </Skeleton>
  )
}
