import type { User } from '../../shared/user.ts'
import { attend } from './attention/attend.ts'
import { AttentionSwitch } from './attention/attention-switch.tsx'
import { showBadge } from './attention/badge.ts'
import { Bars } from './attention/bars.tsx'
import { keepOutbox } from './inbox/keep-outbox.ts'
import { Keyboard } from './keyboard/keyboard.tsx'
import { follow } from './offline/follow.ts'
import { AdminWays } from './page/admin-ways.tsx'
import { forgetPreferences, loadPreferences } from './preferences.ts'
import { Divider } from './ui/divider.tsx'

/** What stands around the list. */
export const parts = { AdminWays, AttentionSwitch, Bars, Divider, Keyboard, showBadge }

interface Beside {
  /** Tells of what is new in the news that just came. */
  tell: ReturnType<typeof attend>
  /** When what was here before is on the screen again. */
  recalled: Promise<void>
}

/** What goes on beside the news, and is not needed to show the first list. */
export function beside({ id }: Pick<User, 'id'>, signal: AbortSignal): Beside | undefined {
  if (signal.aborted) return undefined
  void loadPreferences()
  const stops = [forgetPreferences, keepOutbox(id)]
  signal.addEventListener('abort', () => stops.map((stop) => stop()))
  // A browser that keeps nothing has nothing to show.
  return { tell: attend(signal), recalled: follow(id, signal).catch(() => {}) }
}
