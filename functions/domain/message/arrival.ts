import type { Channel, ChatMode } from '../../../shared/chat.ts'
import type { Content } from '../../../shared/content.ts'
import type { Mention } from '../../../shared/mention.ts'
import type { MessageStatus, Message as MessageView } from '../../../shared/message.ts'
import type { ChatState } from '../chat/chat-state.ts'

/** A message as a channel delivers it, in our words. */
export interface Arrival {
  channel: Channel
  channelId: string
  providerChatId: string
  providerId: string
  sender: 'customer' | 'phone'
  senderName?: string
  /** What the channel calls the customer, and the number if it tells. */
  customerName?: string
  phone: string | null
  /** The id that wrote, where it is spelled differently: an answer goes to it. */
  writtenAs?: string
  isGroup?: boolean
  /** In a group: the number of who wrote. */
  senderPhone?: string
  /** In a group: who wrote, by the id among its participants. */
  senderId?: string
  /** The shop's own id, on what was written by it. */
  ourId?: string
  kind: string
  text: string
  content?: Content
  quoted?: MessageView['quoted']
  mentions?: Mention[]
  status: MessageStatus
  sentAt: string
  index: number
  /** Typed by a person on the shop's phone: the bot has to be quiet from here on. */
  takesOver: boolean
  /** Found in the provider's history, never delivered. */
  recovered?: boolean
}

/** What the shop has decided about new messages. */
export interface Rules {
  reopenAs: ChatMode
  botOwes: (chat: Pick<ChatState, 'mode' | 'customer' | 'awayFor'>, arrival: Arrival) => boolean
}
