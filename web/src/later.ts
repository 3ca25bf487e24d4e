import type { User } from '../../shared/user.ts'
import { attend } from './attention/attend.ts'
import { keepOutbox } from './inbox/keep-outbox.ts'
import { follow } from './offline/follow.ts'
import { forgetPreferences, loadPreferences } from './preferences.ts'

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
