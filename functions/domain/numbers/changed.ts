import type { ChatState } from '../chat/chat-state.ts'
import { walk } from '../inbox/reading.ts'
import { hourMs } from './tally.ts'

/** A chat may be written a little later than its change says. */
const slackMs = 10 * 60_000

/** The chats that changed in this hour or later, some at a time. */
export const changedSince = (hour: number): AsyncGenerator<ChatState[]> =>
  walk(new Date(Math.max(0, hour * hourMs - slackMs)).toISOString())
