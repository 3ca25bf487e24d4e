import * as z from 'zod/mini'
import type { PresenceNews } from '../../../domain/news.ts'
import { type Found, ignored, type Occasion } from './found.ts'
import { ChatId, noiseIn, placeOf } from './place.ts'
import { mustBe, odd } from './unreadable.ts'
import { Count, Flag, Id, isoOf, maybe, momentOf, Seconds, words } from './values.ts'

const Presence = z.object({ contact_id: ChatId, status: words(20), last_seen: maybe(Seconds) })

const presences = new Map<string | undefined, PresenceNews['state']>([
  ['online', 'online'],
  ['paused', 'online'],
  ['offline', 'offline'],
  ['typing', 'typing'],
  ['recording', 'recording'],
])

/** Passing news: what it does not tell is missed by nobody. */
export function readPresence(item: unknown, { channelId }: Occasion): Found {
  const { contact_id, status, last_seen } = mustBe(Presence, item, 'presence')
  const state = presences.get(status)
  if (!state || noiseIn(contact_id)) return ignored('presences')
  const { providerChatId } = placeOf(contact_id)
  const seen = last_seen ? { lastSeen: isoOf(last_seen) } : {}
  return { presences: [{ channelId, providerChatId, state, ...seen }] }
}

const Call = z.object({
  id: Id,
  chat_id: maybe(ChatId),
  from: maybe(ChatId),
  from_me: z._default(z.boolean(), false),
  status: z.string().check(z.maxLength(40)),
  timestamp: Seconds,
  video_call: Flag,
})

/** A call is told several times; it becomes a line when it is over. */
export function readCall(item: unknown, { channelId, index }: Occasion): Found {
  const call = mustBe(Call, item, 'call')
  if (['initiated', 'ringing'].includes(call.status)) return ignored('ringing calls')
  const status = call.status === 'cancelled' ? 'canceled' : call.status
  if (!['missed', 'canceled', 'answered', 'rejected'].includes(status))
    throw odd('call', 'unknown_kind', 'of an unknown status')
  const chatId = call.chat_id ?? call.from
  if (!chatId) throw odd('call', 'incomplete', 'it does not say with whom')
  const noise = noiseIn(chatId)
  if (noise) return ignored(noise)
  const place = placeOf(chatId)
  return {
    arrivals: [
      {
        channel: 'whatsapp',
        channelId,
        ...place,
        providerId: `call-${call.id}`,
        sender: call.from_me ? 'phone' : 'customer',
        senderPhone:
          place.isGroup && call.from ? (placeOf(call.from).phone ?? undefined) : undefined,
        kind: 'call',
        text: '',
        content: { call: { status, video: call.video_call === true } },
        status: call.from_me ? 'sent' : 'received',
        sentAt: momentOf(call.timestamp),
        index,
        takesOver: false,
      },
    ],
  }
}

const Health = z.object({ status: z.object({ text: z.string().check(z.regex(/^[\w -]{1,40}$/)) }) })

/** How the channel is: only `AUTH` can send and receive. */
export function readHealth(item: unknown): Found {
  return { channelNews: [{ code: mustBe(Health, item, 'health').status.text }] }
}

const Qr = z.object({
  status: words(20),
  base64: maybe(
    z
      .string()
      .check(
        z.maxLength(200_000),
        z.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/),
      ),
  ),
  expire: Count,
})

/** A code to scan means that the number is not linked. */
export function readQr(item: unknown, { now }: Occasion): Found {
  const { status, base64, expire = 20 } = mustBe(Qr, item, 'QR code')
  if (status !== 'OK' || !base64) return ignored('QR codes without a picture')
  const expiresAt = isoOf(now.getTime() / 1000 + Math.min(expire, 3600))
  return { channelNews: [{ code: 'QR', qr: { image: base64, expiresAt } }] }
}

const Test = z.object({ id: Id })

/** A delivery made by our own tools, to see whether one comes through. */
export function readTest(item: unknown): Found {
  const { data } = Test.safeParse(item)
  return data ? { channelNews: [{ test: data.id }] } : ignored('other fields')
}

/** A login says nothing for certain: the health that follows it does. */
export const readUser = (_: unknown, { method }: Occasion): Found =>
  method === 'delete' ? { channelNews: [{ code: 'LOGGED_OUT' }] } : ignored('logins')
