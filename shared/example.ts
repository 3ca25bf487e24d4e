import type { Chat } from './chat.ts'
import type { InboxEvent } from './events.ts'
import type { Message } from './message.ts'
import type { User } from './user.ts'

/** Valid entities for tests. A test writes only the fields it is about. */
export const chat = (fields: Partial<Chat> = {}): Chat => {
  const { lastSeq = 1, readSeq = 0 } = fields
  return {
    id: 'chat1',
    channel: 'whatsapp',
    customer: { name: 'Sari W', phone: '+6281200000001' },
    mode: 'bot',
    assigneeId: null,
    lastSeq,
    readSeq,
    unread: lastSeq - readSeq,
    lastMessage: {
      id: 'message1',
      kind: 'text',
      text: 'Halo kak',
      sender: 'customer',
      status: 'received',
      sentAt: '2026-11-21T09:00:00.000Z',
    },
    waitingSince: '2026-11-21T09:00:00.000Z',
    rev: 1,
    createdAt: '2026-11-21T09:00:00.000Z',
    updatedAt: '2026-11-21T09:00:00.000Z',
    ...fields,
  }
}

export const message = (fields: Partial<Message> = {}): Message => {
  const { id = 'message1', sentAt = '2026-11-21T09:00:00.000Z' } = fields
  return {
    id,
    chatId: 'chat1',
    seq: 1,
    sender: 'customer',
    kind: 'text',
    text: 'Halo kak',
    status: 'received',
    sentAt,
    order: `${sentAt}#0000#${id}`,
    rev: 1,
    ...fields,
  }
}

export const user = (fields: Partial<User> = {}): User => ({
  id: 'user1',
  username: 'agent',
  name: 'Ayu',
  role: 'agent',
  disabled: false,
  ...fields,
})

export const messageChanged = (
  fields: Partial<Message> = {},
  chatFields: Partial<Chat> = {},
): InboxEvent & { type: 'message.changed' } => ({
  type: 'message.changed',
  chat: chat(chatFields),
  message: message(fields),
})

export const chatChanged = (fields: Partial<Chat> = {}): InboxEvent & { type: 'chat.changed' } => ({
  type: 'chat.changed',
  chat: chat(fields),
})
