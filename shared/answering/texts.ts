import * as z from 'zod/mini'

/** One text in the languages the bot speaks. */
const Words = z.object({
  id: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  en: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
})

const keyword = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const keywords = z.array(keyword).check(z.maxLength(60))

/** Found as whole words; the language they stand in is the one answered in. */
const Keywords = z.object({ id: keywords, en: keywords })

const Reply = z.object({ keywords: Keywords, text: Words })
export type Reply = z.infer<typeof Reply>

export const Prepared = z.extend(Reply, {
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
})
export type Prepared = z.infer<typeof Prepared>

/** All the bot says and listens for, where no model writes. */
export const BotTexts = z.object({
  /** The first one that fits answers. */
  canned: z.array(Prepared).check(z.maxLength(30)),
  /** Where none fits. */
  fallback: Words,
  /** The customer asks for a person. */
  handover: Reply,
  /** These bring the bot back; they must be all that the message says. */
  back: Reply,
  /** Said once while the shop is closed. */
  away: Words,
  /** What a model is told before the conversation. */
  instructions: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
})
export type BotTexts = z.infer<typeof BotTexts>

const { canned, fallback, handover, back, away, instructions } = BotTexts.shape

/** A change of some of it; null goes back to the usual. */
export const BotTextsPatch = z.partial(
  z.object({
    canned: z.nullable(canned),
    fallback: z.nullable(fallback),
    handover: z.nullable(handover),
    back: z.nullable(back),
    away: z.nullable(away),
    instructions: z.nullable(instructions),
  }),
)
export type BotTextsPatch = z.infer<typeof BotTextsPatch>
