import { Bell, BellOff, Volume2, VolumeX } from 'lucide-react'
import { memo } from 'react'
import { prefer, usePreferences } from '../preferences.ts'
import { useAttentionWords } from '../text/attention/use-attention-words.ts'
import { askToNotify, mayNotify } from './notify.ts'

const look =
  'grid h-7 flex-1 place-items-center rounded-md text-muted hover:text-ink aria-pressed:bg-chosen aria-pressed:text-ink disabled:opacity-50 pointer-coarse:h-11'

/** Whether a new message is heard, and shown on the desktop. */
export const AttentionSwitch = memo(function AttentionSwitch() {
  const words = useAttentionWords()
  const { sound, notify } = usePreferences()
  const may = mayNotify()
  const heard = sound !== false
  const shown = may === 'granted' && notify !== false
  const blocked = may === 'denied' || may === 'never'
  const [Sound, Notify] = [heard ? Volume2 : VolumeX, shown ? Bell : BellOff]
  return (
    <fieldset className="flex min-w-0 gap-1 rounded-lg bg-hover p-1">
      <legend className="sr-only">{words.attention}</legend>
      <button
        type="button"
        aria-pressed={heard}
        aria-label={words.sound}
        title={words.sound}
        onClick={() => prefer({ sound: !heard })}
        className={look}
      >
        <Sound aria-hidden className="size-4" />
      </button>
      <button
        type="button"
        aria-pressed={shown}
        aria-label={words.notify}
        title={blocked ? words.denied : words.notify}
        disabled={blocked}
        onClick={() => (shown ? prefer({ notify: false }) : void askToNotify())}
        className={look}
      >
        <Notify aria-hidden className="size-4" />
      </button>
    </fieldset>
  )
})
