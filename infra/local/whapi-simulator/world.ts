import type { FaultsNow } from './faults.ts'
import type { Habits } from './habits.ts'
import type { News } from './news.ts'
import type { Settings } from './settings-schema.ts'
import type { Customer, Group, State, Stored } from './state.ts'
import type { Delivery } from './webhook/delivery.ts'
import type { Work } from './work.ts'

/** A request to the provider, whatever came of it. */
export interface Call {
  at: string
  method: string
  path: string
  send: boolean
  /** Null when the connection was closed or left hanging. */
  status: number | null
  body?: unknown
}

/** One simulated channel and everything that happens on it. */
export interface World {
  readonly token: string
  readonly channelId: string
  readonly owner: { phone: string; name: string }
  readonly firstSettings: Settings
  readonly firstHabits: Habits
  url: string
  state: State
  habits: Habits
  faults: FaultsNow
  calls: Call[]
  prompts: { at: string; body: unknown; status: number }[]
  deliveries: Delivery[]
  /** By webhook and chat. */
  queues: Map<string, Delivery[]>
  /** Still open for more, by webhook and event. */
  batches: Map<string, Delivery>
  /** Waiting to leave in the wrong order. */
  held: Delivery[]
  subscriptions: Set<string>
  readonly work: Work
  readonly news: News
  /** To be called after every change of `state`. */
  changed: () => void
}

export const customerOf = (world: World, chatId: string): Customer | undefined => {
  const [id, host] = chatId.split('@')
  return world.state.customers.find(({ phone, lid }) =>
    host === 'lid' ? lid === chatId : phone === id,
  )
}

export const groupOf = (world: World, chatId: string): Group | undefined =>
  world.state.groups.find(({ id }) => id === chatId)

/** The id under which WhatsApp shows this person now. */
export const idOf = ({ phone, lid, hidden }: Customer): string => (hidden ? lid : phone)

/** The private chat with this person, as it is named now. */
export const privateChatOf = ({ phone, lid, hidden }: Customer): string =>
  hidden ? lid : `${phone}@s.whatsapp.net`

export const isLinked = ({ state }: World): boolean => state.status === 'AUTH'

export const storedOf = (world: World, messageId: string): Stored | undefined =>
  world.state.messages.find(({ message }) => message.id === messageId)

/** A person's chat, whether WhatsApp shows the number or hides it. */
export const addressesOf = ({ phone, lid }: Customer): string[] => [`${phone}@s.whatsapp.net`, lid]

export const threadOf = (world: World, chatId: string): Stored[] => {
  const person = customerOf(world, chatId)
  const addresses = person ? addressesOf(person) : [chatId]
  return world.state.messages.filter(({ message }) => addresses.includes(message.chat_id))
}
