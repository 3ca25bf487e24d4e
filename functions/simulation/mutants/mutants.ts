import type { Mutant } from './apply.ts'

const incoming = 'functions/domain/incoming.ts'
const outgoing = 'functions/domain/outgoing.ts'
const sending = 'functions/domain/sending.ts'
const receipt = 'functions/domain/receipt.ts'
const arrival = 'functions/channels/intake/arrival.ts'
const send = 'functions/outbound/send.ts'

/** Bugs that the simulation must find. Where one is found no more, the world gets stronger, not the list shorter. */
export const mutants: Mutant[] = [
  {
    name: 'a redelivery is stored again',
    edits: [
      {
        file: incoming,
        find: "      ? { ConditionExpression: 'attribute_not_exists(pk)' }",
        replace: '      ? {}',
      },
    ],
  },
  {
    name: 'of two who change a chat at once, one is lost',
    edits: [
      {
        file: 'functions/domain/store.ts',
        find: ": { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }),",
        replace: ': {}),',
      },
    ],
  },
  {
    name: 'news is told before it is written',
    edits: [
      {
        file: 'functions/domain/store.ts',
        find: '      await write(chatPut(chat, rev), writes)',
        replace: '      write(chatPut(chat, rev), writes).catch(() => undefined)',
      },
    ],
  },
  {
    name: 'the webhook answers 200 before it has stored',
    edits: [
      {
        file: 'functions/webhook.ts',
        find: 'await takeIn(bodyOf(event), event.rawPath)',
        replace:
          '{ stored: 0, parked: 0, ignored: 0 }; takeIn(bodyOf(event), event.rawPath).catch(() => undefined)',
      },
    ],
  },
  {
    name: 'the webhook answers 200 when the store fails',
    edits: [
      { file: 'functions/webhook.ts', find: 'return answer(503)', replace: 'return answer(200)' },
    ],
  },
  {
    name: 'what could not be read is dropped',
    edits: [
      {
        file: 'functions/channels/whapi/intake.ts',
        find: 'Parked.park({\n        reason,',
        replace: '((_: object) => undefined)({\n        reason,',
      },
    ],
  },
  {
    name: 'a redelivery gives the bot no job',
    edits: [
      { file: arrival, find: '    owed ? enqueueBot(', replace: '    owed && fresh ? enqueueBot(' },
    ],
  },
  {
    name: 'an echo is never one of ours',
    edits: [
      {
        file: arrival,
        find: '  if (!ours || !chat) return takeArrival(echo, listeners)',
        replace: '  if (ours || !ours || !chat) return takeArrival(echo, listeners)',
      },
    ],
  },
  {
    name: 'a redelivered echo does not finish what a crash cut off',
    edits: [
      { file: arrival, find: '  if (!message || message.providerId) return', replace: '  return' },
    ],
  },
  {
    name: 'a receipt does not name the message it found',
    edits: [
      {
        file: receipt,
        find: "    ...(foundBy ? ['providerId = if_not_exists(providerId, :providerId)'] : []),",
        replace: "    ...(foundBy ? ['foundBy = :providerId'] : []),",
      },
    ],
  },
  {
    name: 'a status goes back',
    edits: [
      {
        file: receipt,
        find: "'statusRank < :rank AND sender <> :customer'",
        replace: "'(statusRank < :rank OR statusRank > :one) AND sender <> :customer'",
      },
    ],
  },
  {
    name: 'a receipt that came early is forgotten',
    edits: [
      {
        file: sending,
        find: "statusRank(early) > statusRank('sent') ? early : 'sent'",
        replace: "statusRank(early) > statusRank('sent') ? 'sent' : 'sent'",
      },
    ],
  },
  {
    name: 'a receipt that came early is forgotten for the second who asks',
    edits: [
      {
        file: sending,
        find: 'REMOVE expiresAt',
        replace: 'REMOVE early, earlyRank, earlyRev, amendments, expiresAt',
      },
    ],
  },
  {
    name: 'a message that was read on the phone first comes in unread',
    edits: [
      {
        file: incoming,
        find: "early === 'read' || early === 'played' ?",
        replace: "early === 'played' ?",
      },
    ],
  },
  {
    name: 'a lease is given twice',
    edits: [
      {
        file: sending,
        find: "'sending', ['queued'], {",
        replace: "'sending', ['queued', 'sending'], {",
      },
    ],
  },
  {
    name: 'a send that timed out is tried again',
    edits: [
      {
        file: 'functions/channels/whapi/call.ts',
        find: "    is: 'unknown',\n    code: 'timeout',",
        replace: "    is: 'later',\n    code: 'timeout',",
      },
    ],
  },
  {
    name: 'what was interrupted is sent again',
    edits: [
      {
        file: 'functions/tick/left-behind.ts',
        find: "transition(place, 'unknown', ['sending'], {",
        replace: "transition(place, 'queued', ['sending'], {",
      },
    ],
  },
  {
    name: 'what is unknown is sent again',
    edits: [
      {
        file: sending,
        find: "'sending', ['queued'], {",
        replace: "'sending', ['queued', 'unknown'], {",
      },
    ],
  },
  {
    name: 'what was queued before is not sent before',
    edits: [
      {
        file: send,
        find: 'for (const place of [...earlier, { chatId, key }])',
        replace: 'for (const place of [{ chatId, key }])',
      },
    ],
  },
  {
    name: 'only one of those queued before is sent before',
    edits: [{ file: send, find: '    key = message.after', replace: '    key = undefined' }],
  },
  {
    name: 'what the bot wrote goes out after a person took over',
    edits: [
      {
        file: send,
        find: "sender === 'bot' && takeovers !== chat.takeovers",
        replace: "sender === 'bot' && takeovers === -1 && chat.takeovers === -1",
      },
    ],
  },
  {
    name: 'the phone takes nothing over',
    edits: [
      {
        file: incoming,
        find: "  return takenOver(read, chat.mode === 'paused' ? 'paused' : 'agent')",
        replace: '  return read',
      },
    ],
  },
  {
    name: 'the bot answers in every mode',
    edits: [
      {
        file: 'functions/bot/decide.ts',
        find: "if (chat.mode !== 'bot') return undefined",
        replace: "if (chat.mode === 'closed') return undefined",
      },
      {
        file: 'functions/bot/duty.ts',
        find: "  if (mode === 'bot') return true",
        replace: "  if (mode !== 'closed') return true",
      },
    ],
  },
  {
    name: 'the bot answers although a newer message came',
    edits: [
      {
        file: outgoing,
        find: 'before?.botDue !== messageId || before.takeovers',
        replace: '!before || before.takeovers',
      },
    ],
  },
  {
    name: 'the bot overlooks what stands far above',
    edits: [
      {
        file: 'functions/bot.ts',
        find: 'return owed ? [...recent, owed] : recent',
        replace: 'return owed ? recent : recent',
      },
    ],
  },
  {
    name: 'a chat is read beyond its end',
    edits: [
      { file: 'functions/domain/chat.ts', find: 'Math.min(seq, before.lastSeq)', replace: 'seq' },
    ],
  },
  {
    name: 'who claims a chat takes it from whoever has it',
    edits: [
      {
        file: 'functions/domain/chat.ts',
        find: '(expected !== undefined && expected !== assigneeId) || !visible',
        replace: '!visible && !claims',
      },
    ],
  },
  {
    name: 'news goes to everyone',
    edits: [
      {
        file: 'functions/domain/announce.ts',
        find: '    maySee({ id: userId, role }, chat, agentsSeeUnassigned),',
        replace: '    maySee({ id: userId, role }, chat, agentsSeeUnassigned) || true,',
      },
    ],
  },
  {
    name: 'who loses sight of a chat by an answer is not told',
    edits: [
      {
        file: 'functions/api.ts',
        find: 'announce.messageChanged(chat, message, undefined, before)',
        replace: 'announce.messageChanged(chat, message, undefined)',
      },
    ],
  },
  {
    name: 'an answer of an agent gets no job',
    edits: [
      {
        file: 'functions/api.ts',
        find: "if (message.status === 'queued') await enqueueSend(",
        replace: "if (message.status !== 'queued') await enqueueSend(",
      },
    ],
  },
  {
    name: 'the tick leaves lying what a crash left behind',
    edits: [
      {
        file: 'functions/tick/left-behind.ts',
        find: 'if (message && !isDown) await enqueueDue(message, String(now))',
        replace: 'if (message && !isDown) await Promise.resolve(now)',
      },
    ],
  },
  {
    name: 'the tick does not remind the bot',
    edits: [
      {
        file: 'functions/tick.ts',
        find: 'await alone(() => remindBot(before))',
        replace: 'await alone(async () => 0)',
      },
    ],
  },
  {
    name: 'the tick does not look up what is unknown',
    edits: [
      {
        file: 'functions/tick.ts',
        find: 'await alone(() => lookUp(before, now))',
        replace: 'await alone(async () => 0)',
      },
      {
        file: 'functions/tick.ts',
        find: 'await alone(() => keepLedger(known, now, endsAt))',
        replace: 'await alone(async () => now + endsAt)',
      },
    ],
  },
  {
    name: 'dead jobs are shown to nobody',
    edits: [
      {
        file: 'functions/domain/health.ts',
        find: "      depthsOf('outbound'),",
        replace: "      depthsOf('bot'),",
      },
    ],
  },
  {
    name: 'what was never delivered is not missed',
    edits: [
      {
        file: 'functions/channels/whapi/comparison.ts',
        find: '  await mend(missing)',
        replace: '  await mend([])',
      },
    ],
  },
  {
    name: 'a change that was asked for is forgotten at the next receipt',
    edits: [
      { file: receipt, find: 'return keepDue(', replace: 'return (' },
      {
        file: 'functions/channels/intake/news.ts',
        find: 'return void (await keepDue(message))',
        replace: 'return',
      },
    ],
  },
  {
    name: 'a change that came before its message is forgotten',
    edits: [
      {
        file: incoming,
        find: '  return amendments.reduce(amended, message)',
        replace: '  return amendments.slice(0, 0).reduce(amended, message)',
      },
    ],
  },
]
