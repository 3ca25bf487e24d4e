import type { Mutant } from './apply.ts'

const answering = 'functions/domain/sending/from-bot.ts'

/** Bugs in what the bot and the team do, and in what they see. */
export const showing: Mutant[] = [
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
        file: answering,
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
      {
        file: 'functions/domain/chat/chat.ts',
        find: 'Math.min(seq, before.lastSeq)',
        replace: 'seq',
      },
    ],
  },
  {
    name: 'agents hear of what the shop does not let them see',
    edits: [
      {
        file: 'functions/domain/announce.ts',
        find: 'maySee({ id: userId, role }, chat, seesUnassigned)',
        replace: 'maySee({ id: userId, role }, chat, seesUnassigned || true)',
      },
    ],
  },
  {
    name: 'agents are told a wrong rule of what they see',
    edits: [
      {
        file: 'functions/domain/announce.ts',
        find: 'const sight = { unassigned: agentsSeeUnassigned, rev: sightRev }',
        replace: 'const sight = { unassigned: true, rev: sightRev + 1_000 }',
      },
    ],
  },
  {
    name: 'who claims a chat takes it from whoever has it',
    edits: [
      {
        file: 'functions/domain/chat/chat.ts',
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
        find: '    maySee({ id: userId, role }, chat, seesUnassigned),',
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
    name: 'dead jobs are shown to nobody',
    edits: [
      {
        file: 'functions/domain/health/health.ts',
        find: "depthsOf('outbound'),",
        replace: "depthsOf('bot'),",
      },
    ],
  },
  {
    name: 'a failure is told, and not that its chat is marked now',
    edits: [
      {
        file: 'functions/domain/announce.ts',
        find: '    ? ((await findChat(chat.id, { consistent: true })) ?? chat)',
        replace: '    ? chat',
      },
    ],
  },
]
