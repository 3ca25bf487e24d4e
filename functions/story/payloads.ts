import { outputs, request } from './stack.ts'

/** The number under which the shop is known. */
const shop = '6281200000000'

export const newId = () => `${crypto.randomUUID().slice(0, 13)}-gA4TwR6sTuV`

/** A text in WhatsApp's words, for deliveries that the simulated one would never make. */
export const text = (number: string, body: string, fields: object = {}) => ({
  id: newId(),
  from_me: false,
  type: 'text',
  chat_id: `${number}@s.whatsapp.net`,
  timestamp: Math.floor(Date.now() / 1000),
  source: 'mobile',
  text: { body },
  from: number,
  from_name: 'Budi',
  ...fields,
})

/** What somebody does to a message, as a message of its own. */
export const action = (number: string, what: object, fields: object = {}) =>
  text(number, '', { type: 'action', text: undefined, action: what, ...fields })

export const ours = { from_me: true, from: shop, from_name: undefined }

/** Posts to the webhook as the provider does. */
export const deliver = (fields: object, type = 'messages', event = 'post') =>
  request(outputs.webhookUrl, {
    method: 'POST',
    headers: { [outputs.webhookSecretHeader.name]: outputs.webhookSecretHeader.value },
    body: { ...fields, event: { type, event }, channel_id: outputs.channelId },
  })

export const deliverMessages = (...messages: object[]) => deliver({ messages })

/** As the provider does it: again until it is taken. */
export async function delivered(...messages: object[]): Promise<void> {
  while ((await deliverMessages(...messages)).status !== 200);
}
