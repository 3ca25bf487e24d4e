import { messagesContract } from '../../../shared/contract/messages.ts'
import { call } from '../api.ts'
import { applyAround, applyNewer, applyNoStretch, applyOlder } from './apply-page.ts'
import { useInbox } from './store.ts'

/** So many messages stand above one that somebody goes to, and so many below it. */
const half = 25

async function page(chatId: string, range: { before?: string; after?: string; limit?: number }) {
  const { items: messages, cursor } = await call(messagesContract.listMessages, {
    chatId,
    ...range,
  })
  return { messages, cursor }
}

const threadOf = (chatId: string) => useInbox.getState().threads[chatId]

/** What was said before the oldest message that is shown. */
export async function loadOlder(chatId: string): Promise<void> {
  const { stretch, cursor } = threadOf(chatId) ?? {}
  const before = stretch ? stretch.before : cursor
  if (!before) return
  const older = await page(chatId, { before })
  // Somebody may have gone elsewhere meanwhile.
  const now = threadOf(chatId)
  if ((now?.stretch ? now.stretch.before : now?.cursor) !== before) return
  useInbox.setState((inbox) => applyOlder(inbox, chatId, older))
}

/** What was said after the last message of a stretch. */
export async function loadNewer(chatId: string): Promise<void> {
  const after = threadOf(chatId)?.stretch?.after
  if (!after) return
  const newer = await page(chatId, { after })
  if (threadOf(chatId)?.stretch?.after !== after) return
  useInbox.setState((inbox) => applyNewer(inbox, chatId, newer))
}

/** Goes to a message, however far up it stands; false when there is none by this id. */
export async function loadAround(chatId: string, messageId: string): Promise<boolean> {
  const older = await page(chatId, { before: messageId, limit: half })
  const above = older.messages.at(-1)?.id ?? new Date(0).toISOString()
  const newer = await page(chatId, { after: above, limit: half })
  if (!newer.messages.some(({ id }) => id === messageId)) return false
  useInbox.setState((inbox) => applyAround(inbox, chatId, older, newer))
  return true
}

export const backToNewest = (chatId: string) =>
  useInbox.setState((inbox) => applyNoStretch(inbox, chatId))
