import * as z from 'zod/mini'

/** How many messages each side wrote. */
export const Sides = z.object({
  customer: z.int(),
  bot: z.int(),
  agent: z.int(),
  phone: z.int(),
})
export type Sides = z.infer<typeof Sides>
export type Side = keyof Sides

export const sides = ['customer', 'bot', 'agent', 'phone'] as const satisfies Side[]

/** How long it took, in milliseconds; null where nothing was answered. */
export const Spread = z.object({
  count: z.int(),
  median: z.nullable(z.number()),
  p90: z.nullable(z.number()),
})
export type Spread = z.infer<typeof Spread>

/** A day of the shop, by the clock on its wall. */
export const Day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** What happened on a day, and how it is now. */
export const Numbers = z.object({
  day: Day,
  /** Which day it is now, and where. */
  today: Day,
  timeZone: z.string(),
  chats: z.object({ active: z.int(), opened: z.int() }),
  messages: Sides,
  /** From the first hour of the day to its last; a day on which the clocks are changed has more or fewer. */
  hours: z.array(z.object({ at: z.string(), messages: Sides, chats: z.int() })),
  /** From the customer's first unanswered message to the first human answer since the chat began, or came back once closed. */
  first: Spread,
  /** From the customer's first unanswered message to the human answer, each time. */
  response: Spread,
  agents: z.array(
    z.object({
      /** Null: whoever answers on the shop's phone. */
      userId: z.nullable(z.string()),
      name: z.nullable(z.string()),
      messages: z.int(),
      answers: z.int(),
      median: z.nullable(z.number()),
    }),
  ),
  now: z.object({
    /** Customers who wait for a person. */
    waiting: z.object({ count: z.int(), oldest: z.nullable(z.string()) }),
    /** Chats in which something was written in the last 24 hours, by whole hours. */
    lately: z.int(),
  }),
})
export type Numbers = z.infer<typeof Numbers>

const chat = { chatId: z.string(), chatName: z.string() }

/** One human answer, and how long the customer had waited for it. */
export const AnswerRow = z.object({
  ...chat,
  messageId: z.string(),
  at: z.string(),
  userId: z.nullable(z.string()),
  name: z.nullable(z.string()),
  ms: z.number(),
  first: z.boolean(),
})
export type AnswerRow = z.infer<typeof AnswerRow>

/** A chat with what was written in it; `messageId` is the first of that, where it is still there. */
export const ChatRow = z.object({
  ...chat,
  messageId: z.nullable(z.string()),
  messages: Sides,
  isNew: z.boolean(),
})
export type ChatRow = z.infer<typeof ChatRow>
