import { readFile } from 'node:fs/promises'
import { Session } from '../../../shared/contract/session.ts'
import { socketProtocol } from '../../../shared/events.ts'
import { place } from '../../local/place.ts'
import { Ready } from '../../local/ready.ts'

/** The stack that `BALAS_OUTPUTS` or our own place tells of; undefined unless it answers. */
export async function findStack(): Promise<Ready | undefined> {
  const path = process.env.BALAS_OUTPUTS ?? place.outputs
  const written = await readFile(path, 'utf8').catch(() => undefined)
  if (!written) return
  const stack = Ready.parse(JSON.parse(written))
  const answers = await fetch(stack.url).catch(() => undefined)
  return answers?.ok ? stack : undefined
}

export const newNumber = () => `62812${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`

/** A customer's text, as the provider delivers it. */
export function textFrom(number: string, { channelId }: Ready, sentAt = new Date()) {
  const id = `measure-${crypto.randomUUID().slice(0, 13)}`
  const message = {
    id,
    from_me: false,
    type: 'text',
    chat_id: `${number}@s.whatsapp.net`,
    timestamp: Math.floor(sentAt.getTime() / 1000),
    source: 'mobile',
    text: { body: 'Halo, apakah masih ada?' },
    from: number,
    from_name: 'Measure',
  }
  return {
    id,
    body: JSON.stringify({
      messages: [message],
      event: { type: 'messages', event: 'post' },
      channel_id: channelId,
    }),
  }
}

/** An admin's browser that listens, and tells when it heard of a message first. */
export async function openViewer({ url, wsUrl, users }: Ready) {
  const { username, password } = users.find(({ role }) => role === 'admin') ?? {}
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const { accessToken } = Session.parse(await reply.json())
  const socket = new WebSocket(wsUrl, [socketProtocol, accessToken])
  const waiting = new Map<string, (at: number) => void>()
  socket.addEventListener('message', ({ data }) => {
    const at = performance.now()
    waiting.get(JSON.parse(data).message?.id)?.(at)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('The socket did not open')))
  })
  return {
    /** To be asked before the message is on its way. */
    hears: (messageId: string) =>
      new Promise<number>((resolve, reject) => {
        waiting.set(messageId, resolve)
        setTimeout(() => reject(new Error('The viewer heard nothing')), 10_000).unref()
      }),
    close: () => socket.close(),
  }
}
