import pLimit from 'p-limit'
import type { User } from '../../../shared/user.ts'
import { AppError } from '../../lib/errors.ts'
import * as Chat from '../chat/chat.ts'
import type { ChatState } from '../chat/chat-state.ts'
import { heldBy } from './held.ts'

/** So many in one call: it has to end before its caller gives up. */
const mostAtOnce = 100

/** Nobody has the chats of this user any more, but for what another person took meanwhile. */
export async function releaseAll(
  userId: string,
  admin: User,
  announce: (chat: ChatState, before: Pick<ChatState, 'assigneeId'>) => Promise<void>,
) {
  const held = await heldBy(userId)
  const limit = pLimit(10)
  const released = await Promise.all(
    held.slice(0, mostAtOnce).map(({ id }) =>
      limit(async () => {
        const patch = { assigneeId: null, expectedAssigneeId: userId }
        try {
          const { chat, result } = await Chat.change(id, patch, admin, true, async () => undefined)
          await announce(chat, result.before)
          return true
        } catch (error) {
          if (error instanceof AppError) return false
          throw error
        }
      }),
    ),
  )
  return {
    released: released.filter(Boolean).length,
    left: Math.max(0, held.length - mostAtOnce),
  }
}
