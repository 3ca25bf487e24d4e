import type { Channel, ChatMode } from '../../../shared/chat.ts'
import type { Content } from '../../../shared/content.ts'
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
  kind: string
  text: string
  content?: Content
  quoted?: MessageView['quoted']
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
  botOwes: (chat: Pick<ChatState, 'mode' | 'customer'>, arrival: Arrival) => boolean
}
