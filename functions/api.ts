import { inboxContract } from '../shared/contract.ts'
import type { User as Member } from '../shared/user.ts'
import { textsOf, usualTexts } from './bot/texts.ts'
import { replay } from './channels/replay.ts'
import * as announce from './domain/announce.ts'
import * as ChannelState from './domain/channel/channel-state.ts'
import { askNow } from './domain/channel/check-now.ts'
import * as Chat from './domain/chat/chat.ts'
import { type ChatState, messageView, viewOf } from './domain/chat/chat-state.ts'
import * as Group from './domain/chat/group.ts'
import * as Identity from './domain/chat/identity.ts'
import { erase } from './domain/erasure/erase.ts'
import * as Erasure from './domain/erasure/erasure.ts'
import * as Export from './domain/erasure/export.ts'
import * as Erasures from './domain/erasure/lately.ts'
import { dismiss } from './domain/health/dismissal.ts'
import * as Health from './domain/health/health.ts'
import * as Parked from './domain/health/parked-list.ts'
import * as Counts from './domain/inbox/counts.ts'
import * as Inbox from './domain/inbox/list.ts'
import { releaseAll } from './domain/inbox/release.ts'
import * as Note from './domain/message/note.ts'
import * as Thread from './domain/message/thread.ts'
import * as Numbers from './domain/numbers/numbers.ts'
import * as Rows from './domain/numbers/rows.ts'
import * as Asking from './domain/sending/asking.ts'
import * as Decision from './domain/sending/decision.ts'
import { queue } from './domain/sending/from-agent.ts'
import * as ReadReceipts from './domain/sending/read-receipts.ts'
import * as Canned from './domain/team/canned.ts'
import * as Preferences from './domain/team/preferences.ts'
import * as Settings from './domain/team/settings.ts'
import * as User from './domain/team/user.ts'
import { replayDeadLetters } from './lib/dead-letters.ts'
import {
  enqueueAmend,
  enqueueAskedCheck,
  enqueueCheck,
  enqueueRead,
  enqueueSend,
} from './lib/queues.ts'
import { serve } from './lib/serve.ts'

const seesUnassigned = async (user: Member) => (await Settings.sightOf(user)).unassigned

const chatView = async (chat: ChatState) => viewOf(chat, await Thread.tickOf(chat))

/** Writes down what is to be changed of a message, and sends it on its way. */
async function ask(
  target: Parameters<typeof Asking.ask>[0],
  wish: Parameters<typeof Asking.ask>[1],
  user: Member,
) {
  const { chat, message, askedAt } = await Asking.ask(
    target,
    wish,
    user,
    await seesUnassigned(user),
  )
  const { chatId, key } = message
  if (askedAt) await enqueueAmend({ chatId, key, kind: wish.kind }, askedAt)
  await announce.messageChanged(chat, message)
  return messageView(message, chat)
}

/** What another message took the place of is shown as dropped. */
async function tellReplaced(chat: ChatState, messageId: string) {
  const replaced = await Thread.findById(chat, messageId)
  if (replaced) await announce.messageChanged(chat, replaced)
}

/** How many messages a chat opens with. */
const firstPage = 50

export const handler = serve(
  inboxContract,
  {
    me: async (_, user) => ({ ...user, preferences: await Preferences.get(user.id) }),
    changeMe: (patch, user) => Preferences.change(user.id, patch),
    chatsOfUser: async ({ userId }) => ({ count: await Counts.openOf(userId) }),
    releaseChatsOfUser: ({ userId }, user) => releaseAll(userId, user, announce.chatChanged),
    listChats: async (wanted, user) => {
      const sight = await Settings.sightOf(user)
      return { ...(await Inbox.list(wanted, user, sight.unassigned)), sight }
    },
    getChat: async ({ chatId }, user) => {
      const chat = await Chat.get(chatId, user, await seesUnassigned(user))
      const { messages, cursor } = await Thread.list(chat, { limit: firstPage, consistent: true })
      const view = viewOf(chat, await Thread.tickOf(chat, messages.at(-1)))
      return { chat: view, messages: messages.map((message) => messageView(message, chat)), cursor }
    },
    listMessages: async ({ chatId, ...range }, user) => {
      const chat = await Chat.get(chatId, user, await seesUnassigned(user))
      const { messages, cursor } = await Thread.list(chat, range)
      return { items: messages.map((message) => messageView(message, chat)), cursor }
    },
    sendMessage: async (draft, user) => {
      const [all, { readReceipts }] = await Promise.all([seesUnassigned(user), Settings.get()])
      const { chat, result: message, before } = await queue(draft, user, all)
      const { chatId, key, after } = message
      // Also for a repeated call: the first one may have ended between the store and the queue.
      if (message.status === 'queued') await enqueueSend({ chatId, key, after })
      const reads = before && ReadReceipts.onReply(readReceipts, before)
      await Promise.all([
        reads ? enqueueRead({ chatId: chat.id, seq: before.lastSeq }) : undefined,
        // Whoever answers a chat that nobody had, has it from then on.
        announce.messageChanged(chat, message, undefined, before),
        draft.replaces ? tellReplaced(chat, draft.replaces) : undefined,
      ])
      return messageView(message, chat)
    },
    react: ({ emoji, ...target }, user) => ask(target, { kind: 'reaction', value: emoji }, user),
    editMessage: ({ text, ...target }, user) => ask(target, { kind: 'edit', value: text }, user),
    deleteMessage: (target, user) => ask(target, { kind: 'deletion', value: '' }, user),
    dropChange: async ({ kind, ...target }, user) => {
      const all = await seesUnassigned(user)
      const { chat, message } = await Asking.dropChange(target, kind, user, all)
      await announce.messageChanged(chat, message)
      return messageView(message, chat)
    },
    listVersions: async (target, user) => Asking.versions(target, user, await seesUnassigned(user)),
    listParticipants: async ({ chatId }, user) => {
      const chat = await Chat.get(chatId, user, await seesUnassigned(user))
      return { items: await Group.participants(chat) }
    },
    splitChat: async ({ chatId, mergedId }) => {
      const { chat, swallowed } = await Identity.split(chatId, mergedId)
      await Promise.all([announce.chatChanged(chat), announce.chatChanged(swallowed)])
      return { chat: await chatView(chat) }
    },
    joinChat: async ({ chatId, withId }, user) => {
      const all = await seesUnassigned(user)
      const one = await Chat.get(chatId, user, all)
      const joined = await Identity.join(one, await Chat.get(withId, user, all))
      await announce.chatMerged(joined.chat, joined.swallowed, joined.before)
      return { chat: await chatView(joined.chat) }
    },
    changeChat: async ({ chatId, ...patch }, user) => {
      const { chat, result } = await Chat.change(
        chatId,
        patch,
        user,
        await seesUnassigned(user),
        User.nameOf,
      )
      const { before, note } = result
      // News of a message carries its chat, too.
      await (note
        ? announce.messageChanged(chat, note, undefined, before)
        : announce.chatChanged(chat, before))
      return { chat: await chatView(chat) }
    },
    addNote: async ({ chatId, ...draft }, user) => {
      const all = await seesUnassigned(user)
      const { chat, result: note } = await Note.add(chatId, draft, user, all)
      await announce.messageChanged(chat, note)
      return messageView(note, chat)
    },
    markRead: async ({ chatId, seq }, user) => {
      const [all, { readReceipts }] = await Promise.all([seesUnassigned(user), Settings.get()])
      const { chat, result: moved } = await Chat.markRead(chatId, seq, user, all)
      await Promise.all([
        moved ? announce.chatChanged(chat) : undefined,
        moved && ReadReceipts.onOpen(readReceipts)
          ? enqueueRead({ chatId: chat.id, seq: chat.readSeq })
          : undefined,
      ])
      return { chat: await chatView(chat) }
    },
    markUnread: async ({ chatId }, user) => {
      const all = await seesUnassigned(user)
      const { chat, result: moved } = await Chat.markUnread(chatId, user, all)
      if (moved) await announce.chatChanged(chat)
      return { chat: await chatView(chat) }
    },
    resolveMessage: async ({ messageId, as }, user) => {
      const { chat, message } = await Decision.resolve(
        messageId,
        as,
        user,
        await seesUnassigned(user),
      )
      const { chatId, key } = message
      if (as === 'resend') await enqueueSend({ chatId, key }, `${key}#${message.rev}`)
      await announce.messageChanged(chat, message)
      return messageView(message, chat)
    },
    counts: async (_, user) => {
      const [numbers, channel] = await Promise.all([
        seesUnassigned(user).then((all) => Counts.counts(user, all)),
        ChannelState.get(),
      ])
      return { ...numbers, channel }
    },
    checkChannel: async () => {
      const at = Date.now()
      const is = await askNow(at)
      if (is === 'asked') await enqueueAskedCheck(at)
      return { is, channel: await ChannelState.get() }
    },
    exportCustomer: ({ id, cursor }) => Export.page(id, cursor),
    eraseCustomer: async ({ id }, user) => {
      const erasure = await erase(id, user)
      if (erasure.erasedAt) await announce.chatErased(erasure)
      return Erasure.receiptOf(erasure)
    },
    listErasures: async () => ({ items: await Erasures.list() }),
    listCanned: async () => ({ items: await Canned.list() }),
    putCanned: (canned) => Canned.put(canned),
    deleteCanned: async ({ id }) => {
      await Canned.remove(id)
      return {}
    },
    settings: () => Settings.get(),
    changeSettings: async (patch) => {
      const settings = await Settings.change(patch)
      if (patch.agentsSeeUnassigned !== undefined) await announce.sightChanged(settings)
      return settings
    },
    botTexts: async () => ({
      texts: textsOf((await Settings.getNew()).bot),
      usual: usualTexts,
    }),
    changeBotTexts: async (patch) => textsOf((await Settings.changeBot(patch)).bot),
    listParked: (wanted) => Parked.list(wanted),
    replayParked: ({ id }) => replay(id),
    dismissParked: async ({ id }, user) => ({ dismissed: await dismiss(id, user) }),
    replayQueue: async ({ queue }) => ({ replayed: await replayDeadLetters(queue) }),
    numbers: ({ day }) => Numbers.ofDay(day),
    listAnswers: (wanted) => Rows.answers(wanted),
    listActive: (wanted) => Rows.active(wanted),
    health: async () => {
      const health = await Health.get()
      if (ChannelState.isUnheardOf(health.channel)) await enqueueCheck()
      return health
    },
  },
  User.whoIs,
)
