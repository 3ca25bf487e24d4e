import type { Channel } from '../../shared/chat.ts'
import type { Outcome } from '../domain/sending.ts'
import * as whapi from './whapi/client.ts'

/** What a channel must be able to do with what we write. */
export interface Sender {
  sendText: (text: { to: string; body: string; quoted?: string }) => Promise<Outcome>
  /** What the provider knows we sent in a conversation since then. */
  sentTexts: (to: string, since: Date) => Promise<{ providerId: string; text?: string }[]>
}

const senders: Partial<Record<Channel, Sender>> = { whatsapp: whapi }

export function senderFor({ channel }: { channel: Channel }): Sender {
  const sender = senders[channel]
  if (!sender) throw new Error(`Nothing can be sent by ${channel} yet`)
  return sender
}
