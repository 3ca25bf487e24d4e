import { Bell, RefreshCw, WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { waitingIn } from '../inbox/keep-outbox.ts'
import { BulkDone } from '../inbox/list/later/bulk-done.tsx'
import { useInbox } from '../inbox/store.ts'
import { useLive } from '../live/use-live.ts'
import { takeOver, useUpdate, watchForUpdates } from '../offline/updates.ts'
import { useAttentionWords } from '../text/attention/use-attention-words.ts'
import { useText } from '../text/language.ts'
import { span, useNow } from '../text/time.ts'
import { Button } from '../ui/button.tsx'
import { Bar } from './bar.tsx'
import { askToNotify, doNotNotify, useAsk } from './notify.ts'

/** A connection that is changed, or lost for a moment, is nothing to speak of. */
const patienceMs = 4_000

/**
 * What concerns the whole screen: how old it is without a connection, a new version, a question, and what was
 * just done with several chats.
 */
export function Bars() {
  const words = useAttentionWords()
  const { due } = useAsk()
  const { ready } = useUpdate()
  useEffect(watchForUpdates, [])
  return (
    <>
      <Offline />
      {ready && (
        <Bar picture={RefreshCw} testId="update">
          <p className="min-w-0 flex-1">{words.update}</p>
          <Button size="small" onClick={takeOver}>
            {words.reload}
          </Button>
          <Button
            size="small"
            look="quiet"
            onClick={() => useUpdate.setState({ ready: undefined })}
          >
            {words.later}
          </Button>
        </Bar>
      )}
      {due && (
        <Bar picture={Bell} testId="ask-to-notify">
          <p className="min-w-0 flex-1 basis-60">{words.ask}</p>
          <Button size="small" look="primary" onClick={() => void askToNotify()}>
            {words.yes}
          </Button>
          <Button size="small" look="quiet" onClick={doNotNotify}>
            {words.no}
          </Button>
        </Bar>
      )}
      <BulkDone />
    </>
  )
}

function Offline() {
  const text = useText()
  const words = useAttentionWords()
  const now = useNow()
  const live = useLive(({ state }) => state === 'live')
  const freshAt = useLive((it) => it.freshAt)
  const waiting = useInbox(({ outbox }) => waitingIn(outbox).length)
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (live) return setLost(false)
    const timer = setTimeout(() => setLost(true), patienceMs)
    return () => clearTimeout(timer)
  }, [live])
  if (!lost || live) return null
  const age = freshAt === undefined ? undefined : span(new Date(freshAt).toISOString(), text, now)
  return (
    <Bar picture={WifiOff} tone="warn" testId="offline">
      <p className="min-w-0 flex-1">
        {words.offline} {age === undefined ? words.nothing : words.asOf(age)}{' '}
        {waiting > 0 ? words.waiting(waiting) : words.keeps}
      </p>
    </Bar>
  )
}
