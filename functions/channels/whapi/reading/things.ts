import * as z from 'zod/mini'
import {
  Count,
  compact,
  Decimal,
  Flag,
  fieldsOf,
  isoOf,
  list,
  maybe,
  Preview,
  Seconds,
  Spoken,
  Url,
  words,
} from './values.ts'
import { wordsIn } from './wording.ts'

const Location = z.object({
  latitude: Decimal,
  longitude: Decimal,
  name: words(200),
  address: words(500),
  caption: Spoken,
  comment: Spoken,
})

const onEarth = (latitude = Number.NaN, longitude = Number.NaN) =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180

export function location(content: unknown, live?: true) {
  const { latitude, longitude, name, address, caption, comment } = fieldsOf(Location, content)
  const place = onEarth(latitude, longitude)
    ? compact({ latitude: latitude as number, longitude: longitude as number, name, address, live })
    : undefined
  return {
    text: caption || comment || name || address || '',
    content: compact({ location: place }),
  }
}

const Poll = z.object({ title: Spoken, options: list(50), results: list(50), vote_limit: Count })
const Name = words(200)
const Option = z.object({ name: Name, count: Count })

/** What may be answered, and how often each has been. */
export function poll(content: unknown) {
  const { title = '', options, results, vote_limit } = fieldsOf(Poll, content)
  const votes = new Map<string, number>()
  for (const option of options) {
    const name = Name.parse(option)
    if (name) votes.set(name, 0)
  }
  for (const result of results) {
    const { name, count = 0 } = fieldsOf(Option, result)
    if (name) votes.set(name, count)
  }
  const counted = [...votes].map(([name, count]) => ({ name, votes: count }))
  const asked = counted.length ? compact({ options: counted, limit: vote_limit }) : undefined
  return { text: title, content: compact({ poll: asked }) }
}

const Order = z.object({
  order_id: words(200),
  item_count: Count,
  total_price: Decimal,
  currency: words(10),
  status: words(40),
  title: Spoken,
  text: Spoken,
})

export function order(content: unknown) {
  const { order_id, item_count, total_price, currency, status, ...said } = fieldsOf(Order, content)
  const basket = order_id
    ? compact({ id: order_id, items: item_count, total: total_price, currency, status })
    : undefined
  return { text: said.text || said.title || '', content: compact({ order: basket }) }
}

const Happening = z.object({
  name: Spoken,
  description: words(2000),
  start: maybe(Seconds),
  join_link: Url,
  is_canceled: Flag,
})

export function happening(content: unknown) {
  const { name = '', description, start, join_link, is_canceled } = fieldsOf(Happening, content)
  const event = compact({
    startsAt: start === undefined ? undefined : isoOf(start),
    description,
    link: join_link,
    canceled: is_canceled || undefined,
  })
  return { text: name, content: compact({ event }) }
}

const Link = z.object({
  url: Url,
  canonical: Url,
  title: words(300),
  description: words(1000),
  preview: Preview,
  invite_code: maybe(z.string().check(z.regex(/^[\w-]{4,60}$/))),
})

/** A text with a link, a catalogue, an invitation. `base` is where an invitation's code leads to. */
export function link(content: unknown, base?: string) {
  const { url, canonical, invite_code, title, description, preview } = fieldsOf(Link, content)
  const target = url ?? canonical ?? (base && invite_code ? `${base}${invite_code}` : undefined)
  const shown = target ? compact({ url: target, title, description, preview }) : undefined
  return { text: wordsIn(content), content: compact({ link: shown }) }
}
