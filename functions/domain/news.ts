import type { Content } from '../../shared/content.ts'

/** A change of a message that is out already, as a channel reports it. */
export interface Amendment {
  channelId: string
  providerChatId: string
  /** The provider's id of the message it is about. */
  targetId: string
  at: string
  by: {
    sender: 'customer' | 'phone'
    /** Tells people apart: the participant in a group, else the side. */
    person: string
    name?: string
  }
  change:
    | { kind: 'reaction'; emoji: string }
    | { kind: 'edit'; text: string; content?: Content }
    | { kind: 'deletion' }
    /** What the provider now says it carries, such as the votes of a poll. */
    | { kind: 'content'; content: Content }
}

/** What a channel tells of a conversation itself; what is undefined has not changed. */
export interface ChatNews {
  channelId: string
  providerChatId: string
  name?: string
  /** An address that may expire. */
  avatar?: string
  labels?: { name: string; color?: string }[]
  /** Somebody read it on the shop's phone, with all that had come until then. */
  readUpTo?: string
}

export interface ParticipantNews {
  channelId: string
  providerChatId: string
  action: 'all' | 'add' | 'remove' | 'promote' | 'demote'
  participants: { id: string; name?: string; phone: string | null; isAdmin?: boolean }[]
}

/** A customer is there, gone, or types. */
export interface PresenceNews {
  channelId: string
  providerChatId: string
  state: 'online' | 'offline' | 'typing' | 'recording'
  lastSeen?: string
}

export interface ChannelNews {
  /** The provider's word; only `AUTH` can send and receive. */
  code?: string
  /** A person wanted to know: a linked number is believed at once, whatever was known before. */
  asked?: boolean
  /** What has to be scanned to link the number again. */
  qr?: { image: string; expiresAt: string }
  /** Not the channel tells it but one of our own tools: it wants to see this name come through. */
  test?: string
}
