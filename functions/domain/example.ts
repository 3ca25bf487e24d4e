import { randomUUID } from 'node:crypto'
import type { Draft } from '../../shared/message.ts'
import type { User } from '../../shared/user.ts'
import type { Arrival, Rules } from './message/arrival.ts'

/** A fresh conversation for each test, so that tests share a table without meeting. */
export const newChannelId = () => `MANTIS-${randomUUID().slice(0, 8)}`

export const arrival = (fields: Partial<Arrival> = {}): Arrival => ({
  channel: 'whatsapp',
  channelId: 'MANTIS-M72HC',
  providerChatId: '6281200000001@s.whatsapp.net',
  providerId: `in-${randomUUID()}`,
  sender: 'customer',
  customerName: 'Sari W',
  phone: '+6281200000001',
  kind: 'text',
  text: 'Halo kak',
  status: 'received',
  sentAt: '2026-11-21T09:00:00.000Z',
  index: 0,
  takesOver: false,
  ...fields,
})

/** A shop whose bot answers everything in its own mode. */
export const rules: Rules = { reopenAs: 'bot', botOwes: ({ mode }) => mode === 'bot' }

export const member = (fields: Partial<User> = {}): User => ({
  id: randomUUID(),
  username: 'ayu',
  name: 'Ayu',
  role: 'agent',
  disabled: false,
  ...fields,
})

export const draft = (fields: Partial<Draft> & Pick<Draft, 'chatId'>): Draft => ({
  id: randomUUID(),
  text: 'Masih kak',
  ...fields,
})
