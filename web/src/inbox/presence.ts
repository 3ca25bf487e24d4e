import { create } from 'zustand'
import type { InboxEvent } from '../../../shared/events.ts'
import type { ById } from './apply.ts'

/** Passing news of a chat: forgotten by itself, and never asked for. */
export interface Presence {
  online?: boolean
  /** Who types just now. */
  typing?: string
}

export const usePresence = create<ById<Presence>>(() => ({}))

/** WhatsApp repeats itself while somebody goes on typing. */
const typingMs = 10_000
/** Who left without a word is not shown as there for ever. */
const onlineMs = 5 * 60_000

const timers = new Map<string, ReturnType<typeof setTimeout>>()

function note(chatId: string, news: Presence, ms: number) {
  const keys = Object.keys(news) as (keyof Presence)[]
  usePresence.setState((all) => ({ [chatId]: { ...all[chatId], ...news } }))
  for (const key of keys) {
    const timer = `${chatId} ${key}`
    clearTimeout(timers.get(timer))
    timers.delete(timer)
    if (news[key])
      timers.set(
        timer,
        setTimeout(() => forget(chatId, key), ms),
      )
  }
}

const forget = (chatId: string, key: keyof Presence) =>
  usePresence.setState(({ [chatId]: { [key]: _, ...rest } = {} }) => ({ [chatId]: rest }))

/** Who is there and who types, from the news. What somebody typed has arrived with their message. */
export function notePresence(event: InboxEvent): void {
  switch (event.type) {
    case 'typing':
      note(event.chatId, { typing: event.who }, typingMs)
      break
    case 'presence':
      note(event.chatId, { online: event.online }, onlineMs)
      if (!event.online) forget(event.chatId, 'typing')
      break
    case 'message.changed': {
      const { sender, senderName } = event.message
      const { typing } = usePresence.getState()[event.chat.id] ?? {}
      if (typing && (sender === 'customer' || senderName === typing))
        forget(event.chat.id, 'typing')
    }
  }
}

export function forgetPresence(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  usePresence.setState({}, true)
}
