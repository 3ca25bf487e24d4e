import { say } from '../../live/say.ts'

const restMs = 8_000
const saidAt = new Map<string, number>()

/** Tells that somebody types here, no more often than anybody needs to know. */
export function sayTyping(chatId: string, now = Date.now()): void {
  if (now - (saidAt.get(chatId) ?? 0) < restMs) return
  saidAt.set(chatId, now)
  say({ action: 'typing', chatId })
}
