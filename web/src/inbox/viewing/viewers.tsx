import { useEffect } from 'react'
import { useLive } from '../../live/use-live.ts'
import { useComposerWords } from '../../text/composer/use-composer-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { look, useViewing } from './viewing.ts'

/** As many as there is room for. */
const most = 3

/** Who else of the team looks at this chat just now. Whoever sees this is seen, too, while the page is. */
export function Viewers({ chatId }: { chatId: string }) {
  const { viewing } = useComposerWords()
  const syncs = useLive((it) => it.syncs)
  const others = useViewing((it) => it.others)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another socket knows nothing of it
  useEffect(() => {
    const seen = () => look(document.visibilityState === 'visible' ? chatId : undefined)
    seen()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [chatId, syncs])
  useEffect(() => () => look(undefined), [])

  const names = Object.values(others)
  if (names.length === 0) return null
  const here = viewing.here(names.join(', '))
  return (
    <div data-testid="viewers" title={here} className="flex shrink-0 items-center -space-x-1.5">
      <span role="status" className="sr-only">
        {here}
      </span>
      {Object.entries(others)
        .slice(0, most)
        .map(([id, name]) => (
          <Avatar key={id} name={name} className="size-7! border-2 border-surface text-[11px]!" />
        ))}
      {names.length > most && (
        <span aria-hidden className="pl-2.5 text-xs text-muted">
          {viewing.more(names.length - most)}
        </span>
      )}
    </div>
  )
}
