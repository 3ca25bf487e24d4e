import type { Channel, Chat, ChatMode } from '../../../shared/chat.ts'

/** Which chats a list is about. A part of the URL. */
export interface Filter {
  /** `unsent`: with messages of ours that somebody has to look at, closed chats too. */
  view: 'all' | 'mine' | 'unassigned' | 'unsent'
  mode?: ChatMode
  channel?: Channel
  q?: string
}

/** How far a list was fetched: all since `reach` is known, and `cursor` leads to older ones. */
export interface List {
  ids: Record<string, true>
  reach: string
  cursor: string | null
  busy: boolean
  problem?: string
}

export const listKey = ({ view, mode, channel, q }: Filter): string =>
  JSON.stringify([view, mode, channel, q])

/** What a list is sorted by, newest first. */
export const activityOf = ({ lastMessage, createdAt }: Chat): string =>
  lastMessage?.sentAt ?? createdAt
