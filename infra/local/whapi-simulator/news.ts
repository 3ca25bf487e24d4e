import type { Bubble } from './people/bubble.ts'

/** What the phone page hears while it is open. */
export type PhoneNews =
  | { type: 'bubble'; phone: string; bubble: Bubble; latest: boolean }
  | { type: 'customers' }
  | { type: 'typing'; phone: string; typing: boolean }
  | { type: 'reset' }

export interface News {
  tell(news: PhoneNews): void
  /** Answers how to stop listening. */
  listen(listener: (news: PhoneNews) => void): () => void
}

export function startNews(): News {
  const listeners = new Set<(news: PhoneNews) => void>()
  return {
    tell(news) {
      for (const listener of listeners) listener(news)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
