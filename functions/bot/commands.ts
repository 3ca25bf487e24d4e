import { ChatMode } from '../../shared/chat.ts'
import { readable } from '../../shared/phone.ts'
import type { User } from '../../shared/user.ts'
import * as Chat from '../domain/chat/chat.ts'
import { type ChatState, chatIdOf } from '../domain/chat/chat-state.ts'
import type { Patch } from '../domain/chat/patch.ts'
import * as Inbox from '../domain/inbox/list.ts'
import { e164 } from '../domain/phone.ts'
import * as UserBook from '../domain/team/user.ts'
import { AppError } from '../lib/errors.ts'

const help = [
  '/help',
  '/list — open chats, newest first',
  `/mode <number> <${ChatMode.options.join('|')}>`,
  '/assign <number> <username>',
  '/close <number>',
].join('\n')

/** Whoever writes from a number in `WHAPI_ADMINS` may do what an admin may. */
const admin: User = { id: '', username: '', name: 'WhatsApp', role: 'admin', disabled: false }

/** Called after each change, so that dashboards hear of it. */
type Announce = (chat: ChatState, before: Pick<ChatState, 'assigneeId'>) => Promise<void>

/** Carries out a command and answers in words; what is wrong with it is an answer too. Safe to repeat. */
export async function runCommand(
  command: string,
  channelId: string,
  announce: Announce,
): Promise<string> {
  const [name = '', number = '', argument = ''] = command.trim().split(/\s+/)
  const change = async (patch: Patch, done: string) => {
    const phone = e164(number)
    if (!phone) return `"${number}" is no phone number.\n${help}`
    const chatId = chatIdOf(channelId, `${phone.slice(1)}@s.whatsapp.net`)
    try {
      const { chat, result } = await Chat.change(chatId, patch, admin, true, UserBook.nameOf)
      await announce(chat, result.before)
      return `${chat.customer.name} (${readable(phone)}): ${done}`
    } catch (error) {
      if (error instanceof AppError) return `${readable(phone)}: ${error.message}`
      throw error
    }
  }
  switch (name.toLowerCase()) {
    case '/list':
      return listed()
    case '/mode': {
      const mode = ChatMode.safeParse(argument.toLowerCase())
      return mode.success
        ? change({ mode: mode.data }, `mode ${mode.data}`)
        : `A mode is one of ${ChatMode.options.join(', ')}.`
    }
    case '/assign': {
      const user = await UserBook.findByUsername(argument)
      return user && !user.disabled
        ? change({ assigneeId: user.id }, `assigned to ${user.name}`)
        : `There is no user "${argument}".`
    }
    case '/close':
      return change({ mode: 'closed' }, 'closed')
    default:
      return help
  }
}

async function listed(): Promise<string> {
  const { items } = await Inbox.list({ view: 'all', limit: 30 }, admin, true)
  const open = items.filter(({ mode }) => mode !== 'closed').slice(0, 10)
  if (open.length === 0) return 'There are no open chats.'
  const users = new Map((await UserBook.list()).map(({ id, username }) => [id, username]))
  return open
    .map(({ customer, mode, assigneeId, unread }) => {
      const who = assigneeId ? `, ${users.get(assigneeId) ?? 'assigned'}` : ''
      return `${customer.name} ${customer.phone ?? ''}: ${mode}${who}${unread ? `, ${unread} unread` : ''}`
    })
    .join('\n')
}
