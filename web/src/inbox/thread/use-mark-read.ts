import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Chat } from '../../../../shared/chat.ts'
import type { Message } from '../../../../shared/message.ts'
import { markRead } from '../chat-actions.ts'
import { newestSeqOf } from '../select.ts'

const subscribe = (onChange: () => void) => {
  document.addEventListener('visibilitychange', onChange)
  return () => document.removeEventListener('visibilitychange', onChange)
}
const visible = () => document.visibilityState === 'visible'

/** Whether somebody can see this page. */
export const useWatched = (): boolean => useSyncExternalStore(subscribe, visible)

/** Whoever only passes by has read nothing; and of many messages that come at once, only the newest is told. */
const glanceMs = 300

/** A chat is read when its newest message has been for a moment on a screen that somebody can see. */
export function useMarkRead(chat: Chat, messages: Message[], here: boolean): void {
  const marked = useRef(0)
  const newest = newestSeqOf(messages)
  const due = here && newest > chat.readSeq
  useEffect(() => {
    if (!due || marked.current >= newest) return
    const read = () => {
      marked.current = newest
      void markRead(chat.id, newest)
    }
    const timer = setTimeout(read, glanceMs)
    return () => clearTimeout(timer)
  }, [due, newest, chat.id])
}
