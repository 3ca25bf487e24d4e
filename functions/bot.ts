import { runCommand } from './bot/commands.ts'
import { decide } from './bot/decide.ts'
import { owesAway } from './bot/duty.ts'
import { closedSince } from './bot/hours.ts'
import { leftFor } from './bot/limits.ts'
import { hasModel } from './bot/openai.ts'
import { textsOf } from './bot/texts.ts'
import * as announce from './domain/announce.ts'
import { type ChatState, type MessageState, providerRef } from './domain/chat/chat-state.ts'
import { parkJob } from './domain/health/given-up.ts'
import * as Message from './domain/message/message.ts'
import * as Thread from './domain/message/thread.ts'
import { answer, answerId, keepSilent, stop } from './domain/sending/from-bot.ts'
import * as Settings from './domain/team/settings.ts'
import { log } from './lib/log.ts'
import { BotJob, enqueueSend } from './lib/queues.ts'
import { worker } from './lib/worker.ts'

/** How much of the conversation a model is given, and how much the prepared answers need: a burst. */
const lookBack = { model: 20, canned: 10 }

/**
 * Answers a message, if it is still the newest of its burst (the queue holds each job back for the burst
 * window) and no person took over. A repeated job finds its answer written and only sends it on its way.
 */
export const handler = worker(
  BotJob,
  async ({ chatId, messageId }) => {
    const limit = (await hasModel()) ? lookBack.model : lookBack.canned
    const { chat, messages } = await Thread.recent(chatId, limit)
    if (!chat) return
    if (chat.botDue !== messageId) {
      const written = messages.find(({ id }) => id === answerId(messageId))
      if (written?.status === 'queued') await send(written)
      return
    }
    const left = leftFor(chat, messages)
    if (left.answers < 1) {
      const { chat: stopped, result } = await stop(chat, messageId, left.why)
      log('bot', { chatId, outcome: 'stopped' })
      if (result) await announce.chatChanged(stopped)
      return
    }
    const { bot, hours, language } = await Settings.get()
    const closed = closedSince(hours)
    const decided = await decide({
      chat,
      recent: await withOwed(chat, messages),
      texts: textsOf(bot),
      language,
      closed,
      left,
      runCommand: (command) => runCommand(command, chat.channelId, announce.chatChanged),
    })
    if (!decided) {
      if (closed && owesAway(chat, closed)) await keepSilent(chat, messageId, closed.since)
      return
    }
    const { result: message } = await answer(chat, messageId, decided)
    log('bot', { chatId, outcome: message ? 'answered' : 'superseded' })
    // Browsers hear of it from whoever sends it, a moment later.
    if (message) await send(message)
  },
  parkJob('bot'),
)

/** What came late may stand above all that the bot looks back on. */
async function withOwed({ channelId, botDue = '' }: ChatState, recent: MessageState[]) {
  if (recent.some(({ id }) => id === botDue)) return recent
  const owed = await Message.findByRef(providerRef(channelId, botDue))
  return owed ? [...recent, owed] : recent
}

const send = ({ chatId, key, after }: MessageState) => enqueueSend({ chatId, key, after })
