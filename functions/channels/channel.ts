import type { Channel } from '../../shared/chat.ts'
import type { Failure, Outcome } from '../domain/sending/sending.ts'
import * as whapi from './whapi/client.ts'

type Done = { is: 'done' } | Failure

/** What a channel must be able to do with what we write. All but a send may be repeated. */
export interface Sender {
  sendText: (text: { to: string; body: string; quoted?: string }) => Promise<Outcome>
  react: (providerId: string, emoji: string) => Promise<Done>
  editText: (providerId: string, text: { to: string; body: string }) => Promise<Done>
  deleteMessage: (providerId: string) => Promise<Done>
  markRead: (providerId: string) => Promise<Done>
  showTyping: (to: string) => Promise<Done>
  /** From now on the channel tells when this customer is there or types. */
  watch: (providerChatId: string) => Promise<Done>
  /** The conversation under the number that this one hides; null when nobody tells. */
  phoneBehind: (providerChatId: string) => Promise<{ known: string; phone: string | null } | null>
}

const senders: Partial<Record<Channel, Sender>> = { whatsapp: whapi }

export function senderFor({ channel }: { channel: Channel }): Sender {
  const sender = senders[channel]
  if (!sender) throw new Error(`Nothing can be sent by ${channel} yet`)
  return sender
}
