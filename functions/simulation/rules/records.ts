import type { Invocation } from '../invocation.ts'
import { world } from '../world.ts'

export type Item = Record<string, unknown>

/** What the table holds of a message, as far as rules are about it. */
export interface MessageItem extends Item {
  id: string
  chatId: string
  seq: number
  rev: number
  sender: string
  status: string
  text: string
  sentAt: string
  providerId?: string
}

export interface ChatItem extends Item {
  id: string
  mode: string
  assigneeId: string | null
  lastSeq: number
  readSeq: number
  rev: number
}

/** One item's new version, and who wrote it when. */
export interface Version {
  key: string
  before: Item | undefined
  after: Item | undefined
}
export interface Write {
  versions: Version[]
  writer: Invocation | undefined
  step: number
  at: number
}
type Written = { key: string; item: Item | undefined }[]

/** One request to the provider to send something. */
export interface Send {
  caller: Invocation | undefined
  /** The message whose lease the caller held. */
  key: string | undefined
  chat: string
  body: string
  step: number
  /** The provider's id, if it took it. */
  accepted?: string
}

export interface Records {
  sends: Send[]
  asked: (caller: Invocation | undefined, chat: string, body: string) => Send
  onSend: (listener: (send: Send) => void) => void
  items: Map<string, Item>
  /** Who wrote an item last. */
  writers: Map<string, Invocation | undefined>
  written: (items: Written, by: Omit<Write, 'versions'>) => void
  onWrite: (listener: (write: Write) => void) => void
  messages: () => MessageItem[]
  chats: () => ChatItem[]
  /** Keys of the messages with this id of the provider. */
  byProviderId: Map<string, Set<string>>
}

export const isMessage = (item: Item | undefined): item is MessageItem =>
  typeof item?.seq === 'number' && typeof item.sender === 'string'
export const isChat = (item: Item | undefined): item is ChatItem =>
  typeof item?.lastSeq === 'number' && typeof item.readSeq === 'number'

/** What the table holds, learnt by watching every write, so that rules see each version. */
export function createRecords(): Records {
  const items = new Map<string, Item>()
  const byProviderId = new Map<string, Set<string>>()
  const listeners: ((write: Write) => void)[] = []
  const senders: ((send: Send) => void)[] = []
  const sends: Send[] = []
  const writers: Records['writers'] = new Map()
  return {
    items,
    writers,
    sends,
    asked(caller, chat, body) {
      const send: Send = {
        caller,
        key: caller?.leases.at(-1),
        chat,
        body,
        step: world().clock.step,
      }
      sends.push(send)
      for (const listener of senders) listener(send)
      return send
    },
    onSend: (listener) => senders.push(listener),
    byProviderId,
    written(changed, by) {
      const versions = changed.map(({ key, item }) => ({
        key,
        before: items.get(key),
        after: item,
      }))
      for (const { key, after } of versions) {
        writers.set(key, by.writer)
        if (after) items.set(key, after)
        else items.delete(key)
      }
      for (const { key, before, after } of versions) {
        if (isMessage(before) && !after) byProviderId.get(before.providerId ?? '')?.delete(key)
        if (isMessage(after) && after.providerId) {
          const keys = byProviderId.get(after.providerId) ?? new Set()
          byProviderId.set(after.providerId, keys.add(key))
        }
      }
      const write = { versions, ...by }
      for (const listener of listeners) listener(write)
    },
    onWrite: (listener) => listeners.push(listener),
    messages: () => [...items.values()].filter(isMessage),
    chats: () => [...items.values()].filter(isChat),
  }
}
