import { type RefObject, useEffect, useRef } from 'react'
import { pause } from '../../backoff.ts'
import { loadOlder, useInbox } from '../store.ts'

const retryMs = 3_000

/** Fetches older messages while the top edge is near the screen. */
export function useOlder(chatId: string, scroller: RefObject<HTMLElement | null>) {
  const edge = useRef<HTMLParagraphElement>(null)
  const cursor = useInbox((inbox) => inbox.threads[chatId]?.cursor)

  useEffect(() => {
    if (!cursor || !edge.current) return
    const over = new AbortController()
    const load = async () => {
      while (!over.signal.aborted) {
        const loaded = await loadOlder(chatId).then(
          () => true,
          () => false,
        )
        if (loaded) return
        await pause(retryMs, over.signal)
      }
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        void load()
      },
      { root: scroller.current, rootMargin: '600px 0px 0px' },
    )
    observer.observe(edge.current)
    return () => {
      over.abort()
      observer.disconnect()
    }
  }, [chatId, cursor, scroller])

  return { edge, more: Boolean(cursor) }
}
