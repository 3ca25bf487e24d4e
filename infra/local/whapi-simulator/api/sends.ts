import { strike } from '../faults.ts'
import { takeMedia } from '../files/files.ts'
import { chatIdOf, newMessageId, seconds } from '../ids.ts'
import { edit as change, theShop } from '../people/actions.ts'
import { contextOf, keep, meet } from '../people/keeping.ts'
import { poll } from '../people/samples.ts'
import { live } from '../people/statuses.ts'
import { notFound, WhapiProblem } from '../problem.ts'
import type { Message } from '../state.ts'
import { announce } from '../webhook/deliveries.ts'
import { storedOf, type World } from '../world.ts'
import { announceChat } from './chats.ts'
import type { SendKind } from './content.ts'

const instructions = [
  'no_encode',
  'no_cache',
  'no_link_preview',
  'wide_link_preview',
  'typing_time',
]

/** The words of a send, as the content of the message it becomes. */
function contentOf(world: World, kind: SendKind, input: Record<string, unknown>) {
  const { to: _to, quoted: _quoted, edit: _edit, mentions: _mentions, ...rest } = input
  for (const name of instructions) delete rest[name]
  if (kind === 'poll') {
    const { title, options, count = 0 } = rest
    return poll(title as string, options as string[], count as number)
  }
  if (typeof rest.media !== 'string') return rest
  const { media, mime_type, ...described } = rest
  return { ...takeMedia(world, media, mime_type as string | undefined), ...described }
}

/** Takes a send: kept, echoed, and its statuses follow by themselves. */
export function send(world: World, kind: SendKind, input: Record<string, unknown>): Message {
  const { to, quoted, edit } = input as { to: string; quoted?: string; edit?: string }
  const chatId = chatIdOf(to)
  const content = contentOf(world, kind, input)
  if (edit) return editOwn(world, edit, kind, content)
  meet(world, chatId)
  const stored = keep(world, {
    id: newMessageId(chatId),
    from_me: true,
    type: kind,
    chat_id: chatId,
    timestamp: seconds(),
    source: 'api',
    device_id: 11,
    status: 'pending',
    [kind]: content,
    ...(quoted && { context: contextOf(world, quoted) }),
    from: world.owner.phone,
  })
  stored.accepted = true
  if (!strike(world.faults, 'noEcho')) {
    announce(world, 'messages', 'post', chatId, { messages: [stored.message] })
  }
  announceChat(world, chatId)
  const fails = strike(world.faults, 'failAfterAccept') !== undefined
  if (!strike(world.faults, 'noStatuses')) live(world, stored, { fails })
  return structuredClone(stored.message)
}

function editOwn(world: World, id: string, kind: SendKind, content: object): Message {
  const stored = storedOf(world, id)
  if (!stored) throw notFound('message')
  if (!stored.message.from_me) throw new WhapiProblem(403, 'only own messages can be edited')
  return change(world, stored, theShop(world), kind, content)
}
