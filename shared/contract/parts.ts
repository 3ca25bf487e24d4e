import * as z from 'zod/mini'

/** One page of many; `cursor` leads to the next. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({ items: z.array(item), cursor: z.nullable(z.string()) })

export const limit = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50)
/** In a query it is left out, or true. */
export const flag = z.literal('true')
export const cursor = z.optional(z.string())
export const nothing = z.object({})
export const oneMessage = { chatId: z.string(), messageId: z.string() }
