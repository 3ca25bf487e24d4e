import { useState } from 'react'
import type { User } from '../../../shared/user.ts'
import { useAttempt } from '../inbox/use-attempt.ts'
import { useLoaded } from '../page/use-loaded.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useTeamWords } from '../text/team/use-team-words.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { countHeld, releaseChats } from './users.ts'

/** Whoever can sign in no more may still have chats: they are offered to the others. */
export function HeldChats({ user }: { user: User }) {
  const text = useText()
  const words = useTeamWords()
  const { value: count, setValue } = useLoaded(() => countHeld(user.id))
  const { attempt, busy, failure } = useAttempt()
  const [kept, setKept] = useState(false)
  const [released, setReleased] = useState(false)
  const release = async () => {
    await releaseChats(user.id)
    setReleased(true)
    setValue(0)
  }
  if (released)
    return (
      <p role="status" className="text-sm text-muted">
        {words.released}
      </p>
    )
  if (!count || kept) return null
  return (
    <div className="grid gap-3 rounded-lg bg-warn-soft p-3 text-sm text-warn">
      <p>{words.held(user.name, new Intl.NumberFormat(text.tag).format(count))}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" disabled={busy} onClick={() => setKept(true)}>
          {words.keep}
        </Button>
        <Button size="small" look="primary" disabled={busy} onClick={() => void attempt(release)}>
          {words.release}
        </Button>
      </div>
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </div>
  )
}
