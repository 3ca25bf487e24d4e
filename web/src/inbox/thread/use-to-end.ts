import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { hrefOf, usePlace } from '../../place.ts'
import type { Draft } from '../apply.ts'
import { backToNewest } from '../pages.ts'

/** The way to the newest message, wherever one is; who writes goes there too. */
export function useToEnd(chatId: string, drafts: Draft[], scrollToEnd: () => void): () => void {
  const place = usePlace()
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState(0)
  const written = drafts.at(-1)?.id
  const known = useRef(written)

  const toEnd = () => {
    backToNewest(chatId)
    if (place.messageId) {
      const { messageId: _, ...rest } = place
      navigate(hrefOf(rest), { replace: true })
    }
    setAsked((times) => times + 1)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message that somebody writes
  useEffect(() => {
    if (written && written !== known.current) toEnd()
    known.current = written
  }, [written])
  // When what was shown before is out of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked for
  useLayoutEffect(() => {
    if (asked) scrollToEnd()
  }, [asked])
  return toEnd
}
