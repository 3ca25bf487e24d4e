import type { MessageState } from '../chat/chat-state.ts'

/** A row of their own in the outbox, by when it happened: nobody sends them, and people can find them. */
export const toShow = (failedAt: string) => ({ outbox: 'failed', dueAt: failedAt })

/** What a person's own deed has held back is no failure that somebody has to look at. */
export const isWorthALook = (error: MessageState['error']) => error?.code !== 'taken_over'
