import * as z from 'zod/mini'

/** Cuts a text without cutting a character in two. */
export const cut = (text: string, longest: number): string =>
  text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') : text

/** What no store and no screen can take is gone from a text: NUL, and halves of characters. */
const clean = (text: string) => text.toWellFormed().replaceAll('\0', '')

/** A field that helps when it is what it should be, and spoils nothing when it is not. */
export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined)

/** What is read later, or is not there. */
export const Anything = z.optional(z.unknown())

/** What somebody wrote, as it is. */
export const Spoken = maybe(z.pipe(z.string(), z.transform(clean)))

/** A name, a title, a word: cut where no real one is as long; undefined when it is blank. */
export const words = (longest: number) =>
  maybe(
    z.pipe(
      z.string(),
      z.transform((text: string) => cut(clean(text).trim(), longest) || undefined),
    ),
  )

const Numeric = z.union([
  z.number(),
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,20}(\.\d{1,20})?$/)),
    z.transform((text: string) => Number(text)),
  ),
])

/** A measure or a sum, as exact and as large as any real one. */
export const Decimal = maybe(
  z.pipe(
    z.pipe(Numeric, z.number().check(z.minimum(-1e15), z.maximum(1e15))),
    z.transform((value: number) => Number(value.toFixed(7))),
  ),
)

/** Bytes, seconds, votes: a whole number that can be counted to. */
export const Count = maybe(
  z.pipe(Numeric, z.pipe(z.transform(Math.round), z.int().check(z.minimum(0)))),
)

export const Flag = maybe(z.boolean())

/** What names a thing at the provider. */
export const Id = z.string().check(z.regex(/^[\x21-\x7e]{1,200}$/))

/** Seconds as WHAPI sends them: a number, sometimes a numeric string, milliseconds for calls. */
export const Seconds = z.pipe(
  Numeric,
  z.pipe(
    z.transform((value: number) => (value > 1e11 ? value / 1000 : value)),
    z.number().check(z.positive(), z.maximum(4e9)),
  ),
)

export const isoOf = (seconds: number): string => new Date(Math.floor(seconds) * 1000).toISOString()

/** Calls are told to the millisecond. */
export const momentOf = (seconds: number): string =>
  new Date(Math.round(seconds * 1000)).toISOString()

/** An address a browser may open. */
export const Url = maybe(
  z.string().check(
    z.maxLength(2048),
    z.refine((url) => /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) && URL.canParse(url)),
  ),
)

/** A picture small enough to be kept with its message. */
export const Preview = maybe(
  z
    .string()
    .check(z.maxLength(24_000), z.regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/]+=*$/)),
)

/** A list, of which we look at so many; the entries are still to be read. */
export const list = (most: number) =>
  z.catch(
    z.pipe(
      z.array(z.unknown()),
      z.transform((items: unknown[]) => items.slice(0, most)),
    ),
    [],
  )

/** Reads what is known of an object; of anything that is none, nothing is known. */
export const fieldsOf = <Schema extends z.ZodMiniType>(schema: Schema, value: unknown) =>
  schema.safeParse(value).data ?? schema.parse({})

/** An object without what is undefined in it; undefined when nothing is left. */
export function compact<Fields extends object>(fields: Fields): Fields | undefined {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return known.length ? (Object.fromEntries(known) as Fields) : undefined
}
