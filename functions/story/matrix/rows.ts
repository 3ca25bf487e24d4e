import { ulid } from 'ulid'
import type { contract } from '../../../shared/contract.ts'
import type { SocketAction } from '../../../shared/events.ts'

/** The chat that is called about, a message of its customer, and one of ours. */
export interface Target {
  chatId: string
  messageId: string
  oursId: string
}

/** How a route is called, so that whoever may do it is not refused for another reason. */
export interface Row {
  /** What is asked about a chat depends on whose it is. */
  ofChat?: true
  input?: (target: Target) => Record<string, unknown>
  /** What whoever may call it is answered, where that is none of the usual: of things that are not there, 404. */
  answers?: number
}

const plain: Row = {}
const chat: Row = { ofChat: true, input: ({ chatId }) => ({ chatId }) }
const message = (more: object = {}): Row => ({
  ofChat: true,
  input: ({ chatId, messageId }) => ({ chatId, messageId, ...more }),
})
const ours = (more: object = {}): Row => ({
  ofChat: true,
  input: ({ chatId, oursId }) => ({ chatId, messageId: oursId, ...more }),
})
const missing = (more: object = {}): Row => ({
  input: () => ({ id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', ...more }),
  answers: 404,
})
const user: Row = { input: () => ({ userId: 'nobody' }) }
const words = (id: string) => ({ id, text: 'Halo' })

/** A row for each route: whoever adds one says here how it is called, and finds it guarded. */
export const rows: Record<keyof typeof contract, Row> = {
  signIn: { answers: 400 },
  renew: { answers: 401 },
  signOut: { answers: 200 },
  changePassword: { answers: 400 },
  listUsers: plain,
  createUser: { answers: 400 },
  changeUser: { ...user, answers: 404 },
  me: plain,
  changeMe: plain,
  listChats: plain,
  getChat: chat,
  changeChat: chat,
  markRead: { ofChat: true, input: ({ chatId }) => ({ chatId, seq: 0 }) },
  markUnread: chat,
  chatsOfUser: user,
  releaseChatsOfUser: user,
  counts: plain,
  listParticipants: chat,
  splitChat: { input: ({ chatId }) => ({ chatId, mergedId: 'none' }), answers: 404 },
  joinChat: {
    ofChat: true,
    input: ({ chatId }) => ({ chatId, withId: chatId }),
    answers: 409,
  },
  sendMessage: {
    ofChat: true,
    input: ({ chatId }) => ({ chatId, ...words(ulid()) }),
    answers: 201,
  },
  addNote: {
    ofChat: true,
    input: ({ chatId }) => ({ chatId, ...words(ulid()) }),
    answers: 201,
  },
  listMessages: chat,
  react: message({ emoji: '👍' }),
  editMessage: ours({ text: 'Halo' }),
  deleteMessage: ours(),
  dropChange: message({ kind: 'reaction' }),
  listVersions: message(),
  resolveMessage: {
    ofChat: true,
    input: ({ oursId }) => ({ messageId: oursId, as: 'drop' }),
  },
  exportCustomer: missing(),
  eraseCustomer: missing(),
  listErasures: plain,
  listCanned: plain,
  putCanned: { input: () => ({ id: 'x' }), answers: 400 },
  deleteCanned: { ...missing(), answers: 200 },
  checkChannel: plain,
  listParked: plain,
  replayParked: missing(),
  dismissParked: missing(),
  health: plain,
  replayQueue: { input: () => ({ queue: 'bot' }) },
  settings: plain,
  changeSettings: plain,
  botTexts: plain,
  changeBotTexts: plain,
  numbers: plain,
  listAnswers: { input: () => ({ day: '2026-11-20' }) },
  listActive: { input: () => ({ day: '2026-11-20' }) },
}

/** What a colleague who may see a chat hears when somebody does this in it; null: it is about no chat. */
export const actions: Record<SocketAction['action'], 'typing' | 'viewing' | null> = {
  ping: null,
  typing: 'typing',
  viewing: 'viewing',
}
