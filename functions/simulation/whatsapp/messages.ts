import { world } from '../world.ts'

/** A message as WhatsApp holds it. */
export interface Held {
  id: string
  chat: string
  body: string
  fromMe: boolean
  source: 'api' | 'mobile'
  /** By us, and by nobody else on the number. */
  ours: boolean
  timestamp: number
  status: string
  changes: Change[]
  /** Its newest status of which we heard and said 200. */
  heard?: string
  payload: Record<string, unknown>
}

/** What was done to a message since. */
export interface Change {
  is: 'reaction' | 'edit' | 'delete'
  fromMe: boolean
  value: string
  atS: number
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const word = (length: number) =>
  Array.from({ length }, () => world().random.pick([...letters])).join('')

/** In the form in which the provider names messages. */
export const newId = () => `${word(12)}.${word(4)}-gA${word(6)}`

export interface Said {
  chat: string
  body: string
  fromMe?: boolean
  source?: 'api' | 'mobile'
  ours?: boolean
  name?: string
  /** Seconds ago it was written; it comes only now. */
  agoS?: number
}

export function held({
  chat,
  body,
  fromMe = false,
  source = 'mobile',
  ours = false,
  name,
  agoS = 0,
}: Said): Held {
  const id = newId()
  const timestamp = Math.floor(world().clock.now / 1000 - agoS)
  const own = '6281100000000'
  const status = source === 'api' ? 'pending' : 'sent'
  return {
    id,
    chat,
    body,
    fromMe,
    source,
    ours,
    timestamp,
    status,
    changes: [],
    payload: {
      id,
      from_me: fromMe,
      type: 'text',
      chat_id: chat,
      timestamp,
      source,
      text: { body },
      from: fromMe ? own : chat.split('@')[0],
      ...(fromMe ? { status } : { from_name: name, chat_name: name }),
      ...(source === 'api' ? { device_id: 11 } : {}),
    },
  }
}

/** How the news of a change comes. */
export function actionOf({ id, chat }: Held, { is, fromMe, value, atS }: Change) {
  const what = {
    reaction: { emoji: value },
    edit: { edited_type: 'text', edited_content: { body: value } },
    delete: {},
  }[is]
  return {
    id: newId(),
    type: 'action',
    chat_id: chat,
    from: fromMe ? '6281100000000' : chat.split('@')[0],
    from_me: fromMe,
    source: 'mobile',
    timestamp: atS,
    action: { target: id, type: is, ...what },
  }
}
