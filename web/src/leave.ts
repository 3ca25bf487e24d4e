import { forgetDraftTexts } from './inbox/composer/draft-text.ts'
import { forgetOutboxes, waitingIn } from './inbox/keep-outbox.ts'
import { useInbox } from './inbox/store.ts'
import { signOut } from './session.ts'
import type { Text } from './text/en.ts'

/** Signs out, and leaves nothing of what was seen or written here; asks first if something waits to go out. */
export function leaveForGood({ sidebar }: Text): void {
  const waiting = waitingIn(useInbox.getState().outbox).length
  if (waiting > 0 && !confirm(sidebar.leaveUnsent(waiting))) return
  void signOut()
  forgetDraftTexts()
  forgetOutboxes()
}
