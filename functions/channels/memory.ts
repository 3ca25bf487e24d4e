import type { Channel } from '../../shared/chat.ts'
import type { Arrival } from '../domain/message/arrival.ts'
import * as whapi from './whapi/history.ts'

/** What a provider remembers of what we sent, oldest first; throws when it cannot tell. */
type Memory = (chat: string, from: number, to: number) => Promise<Arrival[]>

const memories: Partial<Record<Channel, Memory>> = { whatsapp: whapi.sentIn }

export function memoryOf({ channel }: { channel: Channel }): Memory {
  const memory = memories[channel]
  if (!memory) throw new Error(`Nobody remembers what was sent by ${channel}`)
  return memory
}
