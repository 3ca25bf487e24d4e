import { useState } from 'react'
import { useAttempt } from '../inbox/use-attempt.ts'
import { Part } from '../page/part.tsx'
import { changePreferences, usePreferences } from '../preferences.ts'
import { useText } from '../text/language.ts'
import { wordsFor } from '../text/problem.ts'
import { useProfileWords } from '../text/profile/use-profile-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Notice } from '../ui/notice.tsx'

/** By what one is called. The browser is asked when somebody wants it. */
export function Attention() {
  const text = useText()
  const words = useProfileWords()
  const { sound = true, notify = false } = usePreferences()
  const { attempt, busy, failure } = useAttempt()
  const [blocked, setBlocked] = useState(false)

  async function changeNotify(wanted: boolean) {
    const refused = wanted && (await permission()) !== 'granted'
    setBlocked(refused)
    if (!refused) await changePreferences({ notify: wanted })
  }
  return (
    <Part title={words.attention}>
      <div className="grid gap-1">
        <Checkbox
          label={words.sound}
          checked={sound}
          disabled={busy}
          onChange={(wanted) => void attempt(() => changePreferences({ sound: wanted }))}
        />
        <Checkbox
          label={words.notify}
          checked={notify}
          disabled={busy}
          onChange={(wanted) => void attempt(() => changeNotify(wanted))}
        />
      </div>
      {blocked && <Notice>{words.blocked}</Notice>}
      {failure && <Notice>{wordsFor(failure.code, text)}</Notice>}
    </Part>
  )
}

/** Some browsers know no notifications at all. */
const permission = async () =>
  'Notification' in window ? Notification.requestPermission() : 'denied'
