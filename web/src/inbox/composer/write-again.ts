import type { Draft } from '../apply.ts'
import { discard } from '../store.ts'
import { compose } from './composing.ts'
import { draftKey, draftText, keepDraftText } from './draft-text.ts'

/** What was not sent comes back to the box it was written in, before what stands there by now. */
export function writeAgain({ id, chatId, text, note = false }: Draft): void {
  const key = draftKey(chatId, note)
  keepDraftText(key, [text, draftText(key)].filter(Boolean).join('\n'))
  compose(chatId, note ? 'note' : 'reply')
  discard(id)
}
