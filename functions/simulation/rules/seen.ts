import { world } from '../world.ts'
import { type Erased, nothingErased } from './erased.ts'
import { createAnswers } from './numbers.ts'
import { isChat, isMessage, type Write } from './records.ts'

/** What has been seen of a message that its item does not tell. */
interface Life {
  /** When it was written, or last queued again by a person. */
  madeAt: number
  leasedAt: number
  leasedMs: number
  leases: number
  resends: number
  believed: boolean
  /** What it said at first. */
  text: string
}

export interface Seen {
  lives: Map<string, Life>
  /** When a person last took over in a chat. */
  takenOverAt: Map<string, number>
  /** The highest `seq` that was sent in a chat, of what no person queued again. */
  sentSeq: Map<string, number>
  /** Mode of its chat when a customer's message was stored, right after. */
  modeAt: Map<string, string>
  /** When the shop last decided what agents see. */
  decidedAt: number
  /** Chats, each with the `seq` of a message that somebody wants looked at again. */
  markedUnread: Set<string>
  /** Human answers to customers who waited. */
  answers: ReturnType<typeof createAnswers>
  erased: Erased
}

export const life = (seen: Seen, key: string): Life => {
  const known = seen.lives.get(key)
  if (known) return known
  const fresh = {
    madeAt: 0,
    leasedAt: 0,
    leasedMs: 0,
    leases: 0,
    resends: 0,
    believed: false,
    text: '',
  }
  seen.lives.set(key, fresh)
  return fresh
}

export const nothingSeen = (): Seen => ({
  lives: new Map(),
  takenOverAt: new Map(),
  sentSeq: new Map(),
  modeAt: new Map(),
  decidedAt: 0,
  markedUnread: new Set(),
  answers: createAnswers(),
  erased: nothingErased(),
})

/** A person acted in a chat: from here on the bot's earlier words are void. */
export function noteTakeOver(seen: Seen, { versions, writer, step }: Write) {
  const { provider } = world()
  for (const { before, after } of versions) {
    if (isMessage(after) && !before) {
      const onPhone =
        after.sender === 'phone' &&
        provider.held.some(({ id, source }) => id === after.providerId && source === 'mobile')
      if (onPhone || (after.sender === 'agent' && after.kind !== 'note'))
        seen.takenOverAt.set(after.chatId, step)
    }
    const alone = !versions.some((version) => isMessage(version.after))
    const byPerson = writer?.name === 'api' || (writer?.name === 'bot' && alone)
    if (!isChat(before) || !isChat(after) || !byPerson) continue
    if (before.mode !== after.mode || before.assigneeId !== after.assigneeId)
      seen.takenOverAt.set(after.id, step)
  }
}
