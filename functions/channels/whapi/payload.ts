import * as z from 'zod'

/** Seconds as WHAPI sends them: a number, sometimes a numeric string, milliseconds for some. */
export const Seconds = z.coerce
  .number()
  .positive()
  .transform((value) => (value > 1e12 ? value / 1000 : value))
  .refine((value) => value < 4e9, 'is no time')

const text = z.string().optional().catch(undefined)

/** What we read of a message, whatever its type; its content stands under the key equal to `type`. */
export const WhapiMessage = z.looseObject({
  id: z.string().min(1).max(200),
  type: z.string().min(1).max(50),
  chat_id: z.string().min(1).max(100),
  from_me: z.boolean().default(false),
  timestamp: Seconds,
  chat_name: text,
  from: text,
  from_name: text,
  source: text,
  status: text,
  context: z
    .looseObject({ quoted_id: text, quoted_content: z.unknown() })
    .optional()
    .catch(undefined),
})
export type WhapiMessage = z.infer<typeof WhapiMessage>

export const WhapiStatus = z.looseObject({
  id: z.string().min(1).max(200),
  status: z.string(),
  errors: z
    .array(z.looseObject({ code: z.coerce.string().catch(''), message: z.string().catch('') }))
    .optional()
    .catch(undefined),
})

export const WhapiHealth = z.looseObject({ status: z.looseObject({ text: z.string() }) })

/** Fields that hold what a message says, in the order in which they are looked for. */
const sayings = ['body', 'caption', 'title', 'text', 'name', 'address'] as const

/** The words of a message: its text, its caption, or whatever of its content reads best. */
export function saidIn(content: unknown, depth = 0): string {
  if (typeof content === 'string') return content
  if (!content || typeof content !== 'object' || depth > 3) return ''
  const fields = content as Record<string, unknown>
  for (const name of sayings) {
    const said = saidIn(fields[name], depth + 1)
    if (said) return said
  }
  const reply = fields.buttons_reply ?? fields.list_reply
  return reply ? saidIn(reply, depth + 1) : ''
}
