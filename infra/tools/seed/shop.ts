import { ulid } from 'ulid'
import * as Chat from '../../../functions/domain/chat/chat.ts'
import type { ChatState, MessageState } from '../../../functions/domain/chat/chat-state.ts'
import * as Customer from '../../../functions/domain/chat/customer.ts'
import * as Group from '../../../functions/domain/chat/group.ts'
import type { Patch } from '../../../functions/domain/chat/patch.ts'
import { amend } from '../../../functions/domain/message/amendment.ts'
import type { Arrival } from '../../../functions/domain/message/arrival.ts'
import { receive } from '../../../functions/domain/message/incoming.ts'
import { advance } from '../../../functions/domain/message/receipt.ts'
import type { Amendment, ChatNews, ParticipantNews } from '../../../functions/domain/news.ts'
import { queue } from '../../../functions/domain/sending/from-agent.ts'
import { answer } from '../../../functions/domain/sending/from-bot.ts'
import { type Failure, settle, take } from '../../../functions/domain/sending/sending.ts'
import type { User } from '../../../shared/user.ts'

/** With whom a chat is. */
export interface Person {
  providerChatId: string
  name: string
  phone: string | null
  isGroup?: boolean
}

/** What became of a message of ours. */
export type Fate = 'sent' | 'delivered' | 'read' | Failure

export type Said = Partial<
  Pick<Arrival, 'kind' | 'text' | 'content' | 'quoted' | 'senderName' | 'senderPhone'>
>

/** Whoever acts here may act in every chat. */
const asAdmin = (user: User): User => ({ ...user, role: 'admin' })

/** What customers and the team do, by the product's own functions; all of it now, by the clock. Its messages are named after `series`. */
export function openShop(channelId: string, series = 'seed') {
  let count = 0

  const arrivalOf = ({ providerChatId, name, phone, isGroup }: Person, said: Said): Arrival => ({
    channel: 'whatsapp',
    channelId,
    providerChatId,
    providerId: `${series}.${providerChatId.split('@')[0]}.${++count}`,
    sender: 'customer',
    customerName: name,
    phone,
    isGroup,
    kind: 'text',
    text: '',
    status: 'received',
    sentAt: `${new Date().toISOString().slice(0, 19)}.000Z`,
    index: 0,
    takesOver: false,
    ...said,
  })

  async function goOut(message: MessageState, fate: Fate) {
    const taken = await take(message)
    if (!taken) throw new Error('What was queued a moment ago is not')
    if (typeof fate === 'object') return settle(taken, channelId, fate)
    await settle(taken, channelId, { is: 'sent', providerId: `${series}.${message.id}` })
    return fate === 'sent' ? undefined : advance(message, fate)
  }

  return {
    /** `owed`: the bot is to answer it. */
    async hear(from: Person, said: Said, owed = false) {
      const botOwes = () => owed
      const { chat, result } = await receive(arrivalOf(from, said), { reopenAs: 'bot', botOwes })
      return { chat, message: result.message }
    },
    /** The owner answers on the shop's phone. */
    typeOnPhone: (to: Person, text: string) =>
      receive(
        { ...arrivalOf(to, { text }), sender: 'phone', status: 'read', takesOver: true },
        { reopenAs: 'bot', botOwes: () => false },
      ),
    async letBotAnswer(chat: ChatState, messageId: string, text: string, fate: Fate) {
      const { result } = await answer(chat, messageId, { text, mode: 'bot' })
      if (result) await goOut(result, fate)
    },
    async send(chat: ChatState, user: User, text: string, fate: Fate, quotedId?: string) {
      const draft = { id: ulid(), chatId: chat.id, text, quotedId }
      const { result } = await queue(draft, asAdmin(user), true)
      await goOut(result, fate)
      return result
    },
    change: (chat: ChatState, patch: Patch, user: User) =>
      Chat.change(chat.id, patch, asAdmin(user), true, async () => undefined),
    read: (chat: ChatState) => Chat.markRead(chat.id, Number.MAX_SAFE_INTEGER),
    amend: (target: MessageState, { providerChatId, name }: Person, change: Amendment['change']) =>
      amend({
        channelId,
        providerChatId,
        targetId: target.providerId ?? target.id,
        at: new Date().toISOString(),
        by: { sender: 'customer', person: providerChatId, name },
        change,
      }),
    hearOfChat: (news: Omit<ChatNews, 'channelId'>) => Customer.update({ channelId, ...news }),
    hearOfMembers: (news: Omit<ParticipantNews, 'channelId'>) =>
      Group.remember({ channelId, ...news }),
  }
}
export type Shop = ReturnType<typeof openShop>
