import { changeChat } from '../domain/chat/store.ts'
import { quietBetween } from '../domain/inbox/quiet.ts'
import { keptDays } from '../domain/message/retention.ts'

const dayMs = 24 * 3600_000

/** So long after its time a chat is still looked at: longer than anything stands still. */
const lateMs = 7 * dayMs

/**
 * A chat shows the beginning of its last message. Where nothing has happened for as long as messages are
 * kept, that goes with the message; who the customer is stays. Answers how many there were.
 */
export async function forgetPreviews(now: number): Promise<number> {
  const days = keptDays()
  if (!days) return 0
  const time = now - days * dayMs
  const quiet = await quietBetween(iso(time - lateMs), iso(time))
  const shown = quiet.filter(({ lastMessage }) => lastMessage?.text)
  for (const { id } of shown)
    await changeChat(id, (chat) => {
      if (!chat) throw new Error('A chat that is gone')
      const { lastMessage } = chat
      const goes = lastMessage?.text && chat.updatedAt <= iso(time)
      return goes
        ? { chat: { ...chat, lastMessage: { ...lastMessage, text: '' } }, result: undefined }
        : { chat, result: undefined }
    })
  return shown.length
}

const iso = (ms: number) => new Date(ms).toISOString()
