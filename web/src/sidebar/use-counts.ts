import { useEffect } from 'react'
import { loadLater } from '../soon.ts'
import { useCounts } from './counts.ts'

const showBadge = async (count: number) => {
  const { parts } = await loadLater()
  await parts.showBadge(count)
}

/** The tab says how many chats wait to be read, and its picture, too. */
export function useUnreadTitle(): void {
  const unread = useCounts((counts) => counts.unread ?? 0)
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Balas` : 'Balas'
    // A picture that cannot be drawn is no reason for anything.
    void showBadge(unread).catch(() => {})
    return () => {
      document.title = 'Balas'
      void showBadge(0).catch(() => {})
    }
  }, [unread])
}
