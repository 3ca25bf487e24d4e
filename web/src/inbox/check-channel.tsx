import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { contract } from '../../../shared/contract.ts'
import { call } from '../api.ts'
import { loadCounts, useCounts } from '../sidebar/counts.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { Button } from '../ui/button.tsx'
import { cn } from '../ui/class-names.ts'
import { useAttempt } from './use-attempt.ts'

/** The provider answers in seconds, or not at all. */
const lookEveryMs = 3_000
const looks = 8

interface Asked {
  is: 'asked' | 'lately' | 'used_up' | 'no_answer'
  /** When the channel had been looked at before. */
  checkedAt: string | null
}

/** Has the channel looked at now. Once it is back, what waited goes out by itself. */
export function CheckChannel({ className }: { className?: string }) {
  const text = useText()
  const { channelLost: words } = text
  const { attempt, busy, failure } = useAttempt()
  const [asked, setAsked] = useState<Asked>()
  const checkedAt = useCounts(({ channel }) => channel?.checkedAt ?? '')
  const waits = asked?.is === 'asked' && checkedAt <= (asked.checkedAt ?? '')

  // The news may get lost on its way.
  useEffect(() => {
    if (!waits) return
    let looked = 0
    const timer = setInterval(() => {
      if (looked++ < looks) return void loadCounts()
      setAsked((it) => it && { ...it, is: 'no_answer' })
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [waits])

  const press = () =>
    attempt(async () => {
      const { is, channel } = await call(contract.checkChannel, {})
      setAsked({ is, checkedAt: channel.checkedAt })
    })
  const told = {
    asked: waits ? words.checking : words.still,
    lately: words.lately,
    used_up: words.usedUp,
    no_answer: words.noAnswer,
  }
  return (
    <span className={cn('inline-flex flex-wrap items-center gap-x-2.5 gap-y-1', className)}>
      <Button size="small" disabled={busy || waits} onClick={() => void press()}>
        <RefreshCw aria-hidden className={cn('size-4', waits && 'motion-safe:animate-spin')} />
        {words.check}
      </Button>
      <span role="status">{failure ? wordsFor(failure.code, text) : asked && told[asked.is]}</span>
    </span>
  )
}
