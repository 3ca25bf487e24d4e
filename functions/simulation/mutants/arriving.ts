import type { Mutant } from './apply.ts'

const incoming = 'functions/domain/message/incoming.ts'
const afterArrival = 'functions/domain/chat/after-arrival.ts'
const putMessage = 'functions/domain/message/put-message.ts'
const sending = 'functions/domain/sending/sending.ts'
const receipt = 'functions/domain/message/receipt.ts'
const arrival = 'functions/channels/intake/arrival.ts'

/** Bugs in taking in what the provider delivers. */
export const arriving: Mutant[] = [
  {
    name: 'a redelivery is stored again',
    edits: [
      {
        file: putMessage,
        find: "      ? { ConditionExpression: 'attribute_not_exists(pk)' }",
        replace: '      ? {}',
      },
    ],
  },
  {
    name: 'of two who change a chat at once, one is lost',
    edits: [
      {
        file: 'functions/domain/chat/store.ts',
        find: "? { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': before.rev } }",
        replace: '? {}',
      },
    ],
  },
  {
    name: 'news is told before it is written',
    edits: [
      {
        file: 'functions/domain/chat/store.ts',
        find: '      await write([...chatWrites({ before, next: chat }), ...writes])',
        replace:
          '      write([...chatWrites({ before, next: chat }), ...writes]).catch(() => undefined)',
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
        find: '  if (!ours) return takeArrival(echo, listeners)',
        replace: '  if (ours || !ours) return takeArrival(echo, listeners)',
      },
    ],
  },
  {
    name: 'a redelivered echo does not finish what a crash cut off',
    edits: [
      {
        file: arrival,
        find: '  if (!message || (message.providerId && !early)) return',
        replace: '  return',
      },
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
        file: afterArrival,
        find: "early === 'read' || early === 'played' ?",
        replace: "early === 'played' ?",
      },
    ],
  },
  {
    name: 'the phone takes nothing over',
    edits: [
      {
        file: afterArrival,
        find: "  return takenOver(read, chat.mode === 'paused' ? 'paused' : 'agent')",
        replace: '  return read',
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
