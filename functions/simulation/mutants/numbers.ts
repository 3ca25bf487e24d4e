import type { Mutant } from './apply.ts'

const folder = 'functions/domain/numbers'

/** Bugs in the numbers of a day. */
export const numbers: Mutant[] = [
  {
    name: 'a tally is forgotten when the bot answers',
    edits: [
      {
        file: 'functions/domain/sending/from-bot.ts',
        find: '          ...chat,\n          mode,',
        replace: '          ...chat,\n          tally: before.tally,\n          mode,',
      },
    ],
  },
  {
    name: 'an answer is counted twice',
    edits: [
      {
        file: 'functions/domain/sending/from-agent.ts',
        find: "takenOver(mine, 'agent'), readSeq: chat.lastSeq, waitingSince: null }",
        replace: "takenOver(mine, 'agent'), readSeq: chat.lastSeq }",
      },
      {
        file: `${folder}/answer.ts`,
        find: '!before?.waitingSince || next.waitingSince || !isHuman',
        replace: '!before?.waitingSince || !isHuman',
      },
    ],
  },
  {
    name: 'what somebody adds after an answer counts as one',
    edits: [
      {
        file: `${folder}/answer.ts`,
        find: '!before?.waitingSince || next.waitingSince || !isHuman',
        replace: '!before?.lastMessage || !isHuman',
      },
      {
        file: `${folder}/answer.ts`,
        find: 'Date.parse(before.waitingSince))',
        replace: 'Date.parse(before.waitingSince ?? message.sentAt))',
      },
    ],
  },
  {
    name: 'the first answer after a customer came back is no first one',
    edits: [
      {
        file: 'functions/domain/chat/after-arrival.ts',
        find: '          answered: undefined,\n',
        replace: '',
      },
    ],
  },
  {
    name: 'a message that comes when its hour is closed is not counted',
    edits: [
      {
        file: 'functions/domain/message/incoming.ts',
        find: '          ...latePart(chat.id, message, now),\n',
        replace: '',
      },
    ],
  },
  {
    name: 'an hour is closed while something is still counted in it',
    edits: [
      {
        file: `${folder}/close.ts`,
        find: 'const closesAfterMs = 15 * 60_000',
        replace: 'const closesAfterMs = -15 * 60_000',
      },
    ],
  },
]
