import * as z from 'zod/mini'
import { hear } from '../../domain/channel/channel.ts'
import type { Arrival } from '../../domain/message/arrival.ts'
import type { Failure } from '../../domain/sending/sending.ts'
import { env } from '../../lib/env.ts'
import { call } from './call.ts'
import { read } from './delivery.ts'

/** The most WHAPI gives at once. */
const pageSize = 500

const Page = z.looseObject({ messages: z.array(z.unknown()) })

export interface Wanted {
  /** Milliseconds; both ends are included. A fixed end keeps the pages from drifting. */
  from: number
  to: number
  offset?: number
  /** Of one chat only; else of all. */
  chat?: string
  ourOwn?: boolean
}

export type History = { is: 'done'; messages: unknown[]; hasMore: boolean } | Failure

/** What the provider knows of that time, oldest first, as it came: `delivery.ts` reads it. */
export async function history({ from, to, offset = 0, chat, ourOwn }: Wanted): Promise<History> {
  const query = new URLSearchParams({
    time_from: String(Math.floor(from / 1000)),
    time_to: String(Math.floor(to / 1000)),
    count: String(pageSize),
    offset: String(offset),
    sort: 'asc',
    normal_types: 'true',
    ...(ourOwn ? { from_me: 'true' } : {}),
  })
  const path = chat ? `/messages/list/${encodeURIComponent(chat)}` : '/messages/list'
  const answer = await call('GET', `${path}?${query}`)
  if (answer.is !== 'done') return answer
  const page = Page.safeParse(answer.body)
  if (!page.success)
    return { is: 'unknown', code: 'provider_error', message: 'WhatsApp answered no history' }
  const { messages } = page.data
  return { is: 'done', messages, hasMore: messages.length >= pageSize }
}

/** What we sent in a conversation in that time by the provider's own word, oldest first. */
export async function sentIn(chat: string, from: number, to: number): Promise<Arrival[]> {
  const found = await history({ chat, from, to, ourOwn: true })
  if (found.is === 'paused') await hear({ code: found.code })
  if (found.is !== 'done') throw new Error(`WHAPI: ${found.code}`)
  const channelId = env('WHAPI_CHANNEL_ID')
  const body = JSON.stringify({ messages: found.messages, channel_id: channelId })
  return read(body, channelId, new Date(), pageSize).echoes
}
