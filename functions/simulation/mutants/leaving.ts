import type { Mutant } from './apply.ts'

const sending = 'functions/domain/sending/sending.ts'
const send = 'functions/outbound/send.ts'

/** Bugs in sending, and in finding out what became of it. */
export const leaving: Mutant[] = [
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
    name: 'a chat is not told what became of its messages',
    edits: [
      {
        file: 'functions/domain/message/rewrite.ts',
        find: 'markOf(before) !== markOf(message) ||',
        replace: 'markOf(before) === markOf(message) &&',
      },
    ],
  },
  {
    name: 'a note waits to be sent',
    edits: [
      {
        file: 'functions/domain/message/note.ts',
        find: "status: 'received',",
        replace: "status: 'queued',",
      },
    ],
  },
  {
    name: 'a note counts as unread',
    edits: [
      {
        file: 'functions/domain/message/note.ts',
        find: 'chat: { ...chat, lastSeq: message.seq, readSeq: chat.readSeq + 1,',
        replace: 'chat: { ...chat, lastSeq: message.seq,',
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
]
