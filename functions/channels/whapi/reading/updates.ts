import * as z from 'zod/mini'
import type { Amendment } from '../../../domain/news.ts'
import { amendmentOf, changeIn } from './actions.ts'
import { saidIn } from './content.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import { Message, own, readMessage, statusOf } from './message.ts'
import { noiseIn } from './place.ts'
import { mustBe, odd } from './unreadable.ts'
import { fieldsOf, Id, isoOf, list, maybe } from './values.ts'

const Update = z.object({
  id: maybe(Id),
  trigger: maybe(Message),
  before_update: maybe(Message),
  after_update: maybe(Message),
  changes: list(50),
})

const wordsOf = (item: unknown, message: Message) => {
  const { text, content } = saidIn(message.type, own(item, message.type))
  return { text: text || (message.caption ?? ''), content }
}

/** A message that is not what it was: by an action, by votes, or for a reason we are not told. */
export function readUpdate(item: unknown, occasion: Occasion): Found {
  const { channelId, now } = occasion
  const { id, trigger, before_update, after_update: after, changes } = fieldsOf(Update, item)
  const about = trigger ?? after
  if (!about) throw odd('update', 'malformed', 'neither its cause nor its outcome can be read')
  const noise = noiseIn(about.chat_id)
  if (noise) return ignored(noise)
  const targetId = id ?? after?.id ?? trigger?.action?.target
  if (!targetId) throw odd('update', 'incomplete', 'it does not say of which message')
  const amend = (change: Amendment['change']): Found => ({
    amendments: [
      amendmentOf(trigger ?? { ...about, timestamp: secondsOf(now) }, targetId, change, channelId),
    ],
  })
  const said = after && wordsOf(own(item, 'after_update'), after)
  if (said?.content?.poll && (changes.includes('poll') || trigger?.action?.type === 'vote'))
    return amend({ kind: 'content', content: { poll: said.content.poll } })
  const change = trigger?.action && changeIn(trigger.action)
  if (typeof change === 'string') return ignored(change)
  // What the message says now is more than what the action tells of it.
  if (change)
    return amend(change.kind === 'edit' && said?.text ? { kind: 'edit', ...said } : change)
  if (!after || !said) return ignored('other updates')
  // What could not be decrypted at first can be read now.
  if (before_update?.type === 'unknown' && after.type !== 'unknown')
    return readMessage(own(item, 'after_update'), occasion)
  const before = before_update && wordsOf(own(item, 'before_update'), before_update).text
  const mayBeReworded = !changes.length || changes.some(isWording)
  if (said.text && (before === undefined ? mayBeReworded : before !== said.text))
    return amend({ kind: 'edit', ...said })
  if (said.content && (said.content.poll || changes.includes(after.type)))
    return amend({ kind: 'content', content: said.content })
  return statusIn(after, targetId, channelId, changes)
}

const isWording = (change: unknown) => change === 'text' || change === 'caption'

const secondsOf = (time: Date) => time.getTime() / 1000

function statusIn(
  after: Message,
  providerId: string,
  channelId: string,
  changes: unknown[],
): Found {
  const status = changes.includes('status') && after.from_me ? statusOf(after.status) : undefined
  return status && status !== 'failed'
    ? { receipts: [{ channelId, providerId, status }] }
    : ignored('other updates')
}

const Removed = z.union([
  Id,
  z.pipe(
    z.object({ id: Id }),
    z.transform(({ id }) => id),
  ),
])

/** A message that is gone. Nobody tells by whom, nor from which chat. */
export function readRemoved(item: unknown, { channelId, now }: Occasion): Found {
  const targetId = mustBe(Removed, item, 'removed message')
  return { amendments: [deletionOf(targetId, '', isoOf(secondsOf(now)), channelId)] }
}

/** A deletion of which only the message is known. */
export const deletionOf = (
  targetId: string,
  providerChatId: string,
  at: string,
  channelId: string,
): Amendment => ({
  channelId,
  providerChatId,
  targetId,
  at,
  by: { sender: 'phone', person: 'us' },
  change: { kind: 'deletion' },
})
