import { viewingLastsMs } from '../../../shared/viewing.ts'
import type { Listener } from './connection.ts'

/** Who looks at a chat: where to tell of it, and whom to tell of. */
export interface Viewers {
  /** All who said so once. Who is still there answers by saying so again. */
  audience: Listener[]
  /** Those who said so lately. */
  userIds: string[]
  names: Record<string, string>
}

export function viewersOf(chatId: string, listeners: Listener[], now = Date.now()): Viewers {
  const audience = listeners.filter(({ viewing }) => viewing === chatId)
  const fresh = audience.filter(({ viewingAt = 0 }) => now - viewingAt < viewingLastsMs)
  const names = Object.fromEntries(fresh.map(({ userId, name }) => [userId, name]))
  return { audience, userIds: Object.keys(names), names }
}
