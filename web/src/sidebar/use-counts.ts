import { useEffect } from 'react'
import { useCounts } from './counts.ts'

/** The tab says how many chats wait to be read. */
export function useUnreadTitle(): void {
  const unread = useCounts((counts) => counts.unread ?? 0)
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Balas` : 'Balas'
    return () => {
      document.title = 'Balas'
    }
  }, [unread])
}
