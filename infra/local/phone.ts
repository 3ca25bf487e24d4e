import { channelId, secretHeader } from './channel.ts'
import { place } from './place.ts'
import { startSimulator } from './whapi-simulator/simulator.ts'

export interface PhoneProps {
  port: number
  token: string
  webhookUrl: string
  webhookSecret: string
}

/** Every kind of news Balas can use. */
const events = Object.entries({
  messages: ['post', 'put', 'patch', 'delete'],
  statuses: ['post', 'put'],
  chats: ['post', 'put', 'patch', 'delete'],
  contacts: ['post', 'patch'],
  groups: ['post', 'put', 'patch'],
  presences: ['post'],
  calls: ['post'],
  labels: ['post', 'delete'],
  channel: ['post', 'patch'],
  users: ['post', 'delete'],
}).flatMap(([type, methods]) => methods.map((method) => ({ type, method })))

/** Starts the simulated provider and tells it, as one tells the real one, where to deliver. */
export async function startPhone({ port, token, webhookUrl, webhookSecret }: PhoneProps) {
  const simulator = await startSimulator({
    port,
    token,
    channelId,
    ownNumber: '6281200000000',
    stateFile: place.simulator,
  })
  const response = await fetch(`${simulator.url}/settings`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      callback_persist: true,
      media: { auto_download: ['image', 'audio', 'voice', 'video', 'document', 'sticker'] },
      webhooks: [
        { url: webhookUrl, mode: 'body', headers: { [secretHeader]: webhookSecret }, events },
      ],
    }),
  })
  if (!response.ok) throw new Error(`The simulated provider refused: ${await response.text()}`)
  return simulator
}
