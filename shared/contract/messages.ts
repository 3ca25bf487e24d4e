import * as z from 'zod/mini'
import { AmendmentKind, Draft, Message, textLimit } from '../message.ts'
import { NoteDraft } from '../note.ts'
import { route } from '../route.ts'
import { cursor, limit, oneMessage, pageOf } from './parts.ts'

/** What is said in a chat. Answered by the `api` function. */
export const messagesContract = {
  sendMessage: route('POST /api/chats/messages', Draft, Message, { status: 201 }),
  /** Something only the team reads. It is never sent, and changes nothing but the thread. */
  addNote: route(
    'POST /api/chats/{chatId}/notes',
    z.extend(NoteDraft, { chatId: z.string() }),
    Message,
    { status: 201 },
  ),
  /** Oldest first; `before` and `after` take a cursor, a message's id or a time. */
  listMessages: route(
    'GET /api/chats/{chatId}/messages',
    z.object({ chatId: z.string(), before: cursor, after: cursor, limit }),
    pageOf(Message),
  ),
  /** An emoji on a message, or none with an empty one. */
  react: route(
    'PUT /api/chats/{chatId}/messages/{messageId}/reaction',
    z.object({ ...oneMessage, emoji: z.string().check(z.maxLength(32)) }),
    Message,
  ),
  /** Changes the words of a message of our side, if WhatsApp still lets us. */
  editMessage: route(
    'PATCH /api/chats/{chatId}/messages/{messageId}',
    z.object({
      ...oneMessage,
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(textLimit)),
    }),
    Message,
  ),
  /** Deletes a message of our side for everyone. */
  deleteMessage: route(
    'DELETE /api/chats/{chatId}/messages/{messageId}',
    z.object(oneMessage),
    Message,
  ),
  /** A change that WhatsApp refused is let be; nobody is shown it any more. */
  dropChange: route(
    'DELETE /api/chats/{chatId}/messages/{messageId}/changes/{kind}',
    z.object({ ...oneMessage, kind: AmendmentKind }),
    Message,
  ),
  /** What an edited message said before, oldest first; of a deleted one, for admins only. */
  listVersions: route(
    'GET /api/chats/{chatId}/messages/{messageId}/versions',
    z.object(oneMessage),
    z.object({ items: z.array(z.object({ text: z.string(), until: z.string() })) }),
  ),
  /**
   * A person decides about a message that failed, or of which nobody knows: it is sent once more, or
   * dropped; or it went out, or was said in another way.
   */
  resolveMessage: route(
    'POST /api/messages/{messageId}/resolve',
    z.object({ messageId: z.string(), as: z.enum(['sent', 'resend', 'drop']) }),
    Message,
  ),
}
