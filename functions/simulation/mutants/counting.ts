import type { Mutant } from './apply.ts'

const store = 'functions/domain/chat/store.ts'
const counters = 'functions/domain/chat/counters.ts'

/** Bugs in keeping the counters. */
export const counting: Mutant[] = [
  {
    name: 'a counter is forgotten',
    edits: [
      { file: store, find: '  ...countersMoved(steps),\n', replace: '  ...countersMoved([]),\n' },
    ],
  },
  {
    name: 'a chat that was read is counted as unread for ever',
    edits: [
      {
        file: counters,
        find: '    if (before) count(moved, before, -1)',
        replace: '    if (before && before.readSeq === next.readSeq) count(moved, before, -1)',
      },
    ],
  },
  {
    name: 'whoever had a chat before is counted as having it still',
    edits: [
      {
        file: counters,
        find: '    if (before) count(moved, before, -1)',
        replace: '    if (before) count(moved, { ...before, assigneeId: next.assigneeId }, -1)',
      },
    ],
  },
  {
    name: 'counters move before their chat does',
    edits: [
      {
        file: store,
        find: '      await write([...chatWrites({ before, next: chat }), ...writes])',
        replace:
          '      const [put, ...rest] = chatWrites({ before, next: chat })\n      if (rest.length) await write(rest)\n      await write([put as Write, ...writes])',
      },
    ],
  },
  {
    name: 'any look takes back what was read',
    edits: [
      {
        file: 'functions/domain/chat/chat.ts',
        find: 'const readSeq = Math.max(before.readSeq, Math.min(seq, before.lastSeq))',
        replace: 'const readSeq = Math.min(seq, before.lastSeq)',
      },
    ],
  },
]
