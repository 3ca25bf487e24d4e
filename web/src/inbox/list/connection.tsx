import { useLive } from '../../live/use-live.ts'
import { useText } from '../../text/language.ts'

/** Whether the screen can be trusted, in three states. */
export function Connection() {
  const { connection } = useText()
  const state = useLive((it) => it.state)
  return (
    <p
      role="status"
      data-testid="connection"
      data-state={state}
      title={connection[state]}
      className="group flex min-w-0 items-center gap-1.5 text-[13px] text-muted"
    >
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full bg-edge motion-safe:group-data-[state=connecting]:animate-pulse group-data-[state=live]:bg-accent group-data-[state=unknown]:bg-warn"
      />
      <span className="truncate">{connection[state]}</span>
    </p>
  )
}
