import * as z from 'zod/mini'
import { e164 } from '../../domain/phone.ts'
import type { Failure, Outcome } from '../../domain/sending/sending.ts'
import { type Answer, call } from './call.ts'

const name = z.string().check(z.minLength(1))

const Sent = z.looseObject({
  message: z.optional(z.looseObject({ id: name })),
  id: z.optional(name),
})

export interface Text {
  to: string
  body: string
  /** The provider's id of the message this one answers. */
  quoted?: string
}

/** Sends a text once. WHAPI has no idempotency key, so whatever is not certain is `unknown`, never a retry. */
export const sendText = async (text: Text): Promise<Outcome> =>
  outcomeOf(await call('POST', '/messages/text', text))

/** What was sent has a name; without it nobody can follow it. */
export function outcomeOf(answer: Answer): Outcome {
  if (answer.is !== 'done') return answer
  const sent = Sent.safeParse(answer.body).data
  const providerId = sent?.message?.id ?? sent?.id
  if (providerId) return { is: 'sent', providerId }
  return { is: 'unknown', code: 'unnamed', message: 'WhatsApp took it without naming it' }
}

const messagePath = (providerId: string) => `/messages/${encodeURIComponent(providerId)}`

/** What is not found is the message, since the path names one. */
function changed(answer: Answer): { is: 'done' } | Failure {
  if (answer.is === 'failed' && answer.code === 'not_on_whatsapp')
    return { ...answer, code: 'gone' }
  return answer
}

/** Puts an emoji on a message; the empty one takes it back. */
export const react = async (providerId: string, emoji: string) =>
  changed(
    emoji
      ? await call('PUT', `${messagePath(providerId)}/reaction`, { emoji })
      : await call('DELETE', `${messagePath(providerId)}/reaction`),
  )

/** Gives a text of ours other words. */
export const editText = async (providerId: string, text: Omit<Text, 'quoted'>) =>
  changed(await call('POST', '/messages/text', { ...text, edit: providerId }))

/** Deletes a message of ours for everyone. One that is not there any more is deleted. */
export async function deleteMessage(providerId: string): Promise<{ is: 'done' } | Failure> {
  const answer = changed(await call('DELETE', messagePath(providerId)))
  return answer.is === 'failed' && answer.code === 'gone' ? { is: 'done' } : answer
}

/** Turns the customer's ticks blue, up to this message of theirs. */
export const markRead = async (providerId: string) =>
  changed(await call('PUT', messagePath(providerId)))

const typingS = 10

/** Shows the customer that somebody writes, for some seconds. */
export const showTyping = async (to: string) =>
  changed(
    await call('PUT', `/presences/${encodeURIComponent(to)}`, {
      presence: 'typing',
      delay: typingS,
    }),
  )

/** Asks to be told when this customer is there or types; asked already (409) is asked. */
export const watch = async (providerChatId: string) =>
  changed(await call('POST', `/presences/${encodeURIComponent(providerChatId)}`))

const Behind = z.looseObject({ id: z.string().check(z.regex(/^\d{7,15}@s\.whatsapp\.net$/)) })

/** The chat and the number behind a hidden id; null when nobody tells. */
export async function phoneBehind(providerChatId: string) {
  if (!providerChatId.endsWith('@lid')) return null
  const answer = await call('GET', `/contacts/ids/${encodeURIComponent(providerChatId)}`)
  const known = answer.is === 'done' ? Behind.safeParse(answer.body).data?.id : undefined
  return known ? { known, phone: e164(known.split('@')[0] ?? '') } : null
}

const ChannelStatus = z.looseObject({ status: z.looseObject({ text: z.string() }) })

/**
 * The channel's state in the provider's words, or the number of its refusal; only `AUTH` can send. Throws
 * when the provider itself is away, which says nothing of the channel. The check does not wake it up.
 */
export async function channelState(): Promise<string> {
  const answer = await call('GET', '/health?wakeup=false')
  if (answer.is === 'paused') return answer.code
  if (answer.is !== 'done') throw new Error(`WHAPI: ${answer.code}`)
  return ChannelStatus.parse(answer.body).status.text
}
