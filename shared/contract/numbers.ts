import * as z from 'zod/mini'
import { AnswerRow, ChatRow, Day, Numbers } from '../numbers.ts'
import { route } from '../route.ts'
import { cursor, limit, pageOf } from './parts.ts'

/** The beginning of an hour, as the answer names it. */
const hour = z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/)))

/** What happened on a day of the shop, and the rows behind each number. Answered by the `api` function. */
export const numbersContract = {
  /** Without a day it is today. */
  numbers: route('GET /api/numbers', z.object({ day: z.optional(Day) }), Numbers, {
    who: 'admin',
  }),
  /** Human answers of a day, those first that were waited for longest. `by`: a user, or `phone`. */
  listAnswers: route(
    'GET /api/numbers/answers',
    z.object({
      day: Day,
      hour,
      by: z.optional(z.string()),
      first: z.optional(z.literal('true')),
      cursor,
      limit,
    }),
    pageOf(AnswerRow),
    { who: 'admin' },
  ),
  /**
   * Chats in which something was written on a day, the busiest first; without a day, in the last 24 hours.
   * `by`: only what a side wrote, or a user. `opened`: only those that began then.
   */
  listActive: route(
    'GET /api/numbers/chats',
    z.object({
      day: z.optional(Day),
      hour,
      by: z.optional(z.string()),
      opened: z.optional(z.literal('true')),
      cursor,
      limit,
    }),
    pageOf(ChatRow),
    { who: 'admin' },
  ),
}
