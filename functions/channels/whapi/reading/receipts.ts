import * as z from 'zod/mini'
import { type Found, ignored, type Occasion } from './found.ts'
import { statusOf } from './message.ts'
import { ChatId, noiseIn, placeOf } from './place.ts'
import { mustBe, odd } from './unreadable.ts'
import { deletionOf } from './updates.ts'
import { fieldsOf, Id, isoOf, list, maybe, Seconds, words } from './values.ts'

const Status = z.object({
  id: Id,
  status: z.string().check(z.minLength(1), z.maxLength(40)),
  recipient_id: maybe(ChatId),
  timestamp: maybe(Seconds),
  errors: list(1),
})

const Code = z.union([z.number(), z.string()])
const Problem = z.object({ code: maybe(Code), message: words(200) })

/** What became of a message that is out. */
export function readStatus(item: unknown, { channelId, now }: Occasion): Found {
  const { id, status: word, recipient_id, timestamp, errors } = mustBe(Status, item, 'status')
  const noise = recipient_id && noiseIn(recipient_id)
  if (noise) return ignored(noise)
  if (word === 'pending') return ignored('pending receipts')
  if (word === 'deleted') {
    const chatId = recipient_id ? placeOf(recipient_id).providerChatId : ''
    const at = isoOf(timestamp ?? now.getTime() / 1000)
    return { amendments: [deletionOf(id, chatId, at, channelId)] }
  }
  const status = statusOf(word)
  if (!status) throw odd('status', 'unknown_kind', 'of an unknown name')
  const { code, message = '' } = fieldsOf(Problem, errors[0])
  const error = { code: String(code ?? 'failed').slice(0, 40), message }
  return {
    receipts: [{ channelId, providerId: id, status, ...(status === 'failed' ? { error } : {}) }],
  }
}
