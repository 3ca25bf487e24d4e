import * as z from 'zod/mini'

/** Seconds as WHAPI sends them: a number, sometimes a numeric string, milliseconds for some. */
export const Seconds = z.pipe(
  z.coerce.number().check(z.positive()),
  z.pipe(
    z.transform((value: number) => (value > 1e12 ? value / 1000 : value)),
    z.number().check(z.maximum(4e9, 'is no time')),
  ),
)

const text = z.catch(z.optional(z.string()), undefined)
const short = (length: number) => z.string().check(z.minLength(1), z.maxLength(length))

/** What we read of a message, whatever its type; its content stands under the key equal to `type`. */
export const WhapiMessage = z.looseObject({
  id: short(200),
  type: short(50),
  chat_id: short(100),
  from_me: z._default(z.boolean(), false),
  timestamp: Seconds,
  chat_name: text,
  from: text,
  from_name: text,
  source: text,
  status: text,
  context: z.catch(
    z.optional(z.looseObject({ quoted_id: text, quoted_content: z.unknown() })),
    undefined,
  ),
})
export type WhapiMessage = z.infer<typeof WhapiMessage>

export const WhapiStatus = z.looseObject({
  id: short(200),
  status: z.string(),
  errors: z.catch(
    z.optional(
      z.array(
        z.looseObject({
          code: z.catch(z.coerce.string(), ''),
          message: z.catch(z.string(), ''),
        }),
      ),
    ),
    undefined,
  ),
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
