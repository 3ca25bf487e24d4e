import * as z from 'zod'

/** What every failed call answers. The web chooses its words by `code`. */
export const Problem = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** On a conflict over a chat: who has it. */
    assigneeId: z.string().nullable().optional(),
    assigneeName: z.string().optional(),
  }),
})
export type Problem = z.infer<typeof Problem>
