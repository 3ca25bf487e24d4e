import * as z from 'zod/mini'

/** What every failed call answers. The web chooses its words by `code`. */
export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Which part of the input was wrong, as a path: `customer.email`. */
    field: z.optional(z.string()),
    /** On a conflict over a chat: who has it. */
    assigneeId: z.optional(z.nullable(z.string())),
    assigneeName: z.optional(z.string()),
  }),
})
export type Problem = z.infer<typeof Problem>
