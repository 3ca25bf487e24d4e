import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { chatIdOf } from '../../../functions/domain/chat/chat-state.ts'
import { corpus, type Hostile } from './corpus.ts'

const { webhookUrl, webhookSecretHeader, channelId } = z
  .object({
    webhookUrl: z.string(),
    webhookSecretHeader: z.object({ name: z.string(), value: z.string() }),
    channelId: z.string(),
  })
  .parse(JSON.parse(readFileSync(process.env.BALAS_OUTPUTS ?? '.local/outputs.json', 'utf8')))

/** Nobody's bot answers what is older than a quarter of an hour. */
const ageS = 20 * 60
const inOneDelivery = 10
/** What is longer than WhatsApp allows is set aside for the admin (functions/channels/whapi/reading/message.ts). */
const longest = 65_536

export interface Written extends Hostile {
  chatId: string
  messageId: string
}

/** Each of the corpus writes as a customer who is called so, and all of it is written into one more chat. */
export async function writeCorpus(series: string) {
  const startS = Math.floor(Date.now() / 1000) - ageS
  const numberOf = (at: number) => `6284${series}${String(at).padStart(4, '0')}`
  const message = (from: string, name: string, text: string, at: number) => ({
    id: `hostile-${from}-${at}`,
    from_me: false,
    type: 'text',
    chat_id: `${from}@s.whatsapp.net`,
    timestamp: startS + at,
    source: 'mobile',
    text: { body: text },
    from,
    from_name: name,
  })
  const all = numberOf(9999)
  const messages = corpus.flatMap(({ text }, at) => [
    message(numberOf(at), text.slice(0, 5000), text, at),
    message(all, 'Semua sekaligus', text, at),
  ])
  for (let at = 0; at < messages.length; at += inOneDelivery) {
    const response = await fetch(webhookUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [webhookSecretHeader.name]: webhookSecretHeader.value,
      },
      body: JSON.stringify({
        messages: messages.slice(at, at + inOneDelivery),
        event: { type: 'messages', event: 'post' },
        channel_id: channelId,
      }),
    })
    if (!response.ok) throw new Error(`The webhook answered ${response.status}`)
  }
  const chatOf = (number: string) => chatIdOf(channelId, `${number}@s.whatsapp.net`)
  const written = corpus.map(
    (one, at): Written => ({
      ...one,
      chatId: chatOf(numberOf(at)),
      messageId: `hostile-${all}-${at}`,
    }),
  )
  const isShown = ({ text }: Hostile) => text.length <= longest
  return { all: chatOf(all), written: written.filter(isShown) }
}
