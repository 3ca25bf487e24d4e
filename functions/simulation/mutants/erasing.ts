import type { Mutant } from './apply.ts'

const store = 'functions/domain/chat/store.ts'
const apply = 'web/src/inbox/apply.ts'

/** Bugs in erasing customers. */
export const erasing: Mutant[] = [
  {
    name: 'who writes again after being erased seems older than before',
    edits: [
      {
        file: store,
        find: 'before ? before.rev + 1 : Date.parse(createdAt)',
        replace: 'before ? before.rev + 1 : Math.min(1, Date.parse(createdAt))',
      },
    ],
  },
  {
    name: 'whoever was away is not told who was erased',
    edits: [
      {
        file: 'functions/domain/inbox/list.ts',
        find: 'hidden: [...erased, ...hidden]',
        replace: 'hidden: [...erased.slice(0, 0), ...hidden]',
      },
    ],
  },
  {
    name: 'numbers lose what was said by who was erased',
    edits: [
      {
        file: 'functions/domain/erasure/chat.ts',
        find: '    ...(await leftOf(chat, alias)),\n',
        replace: '    ...(await leftOf(chat, alias)).slice(0, 0),\n',
      },
    ],
  },
  {
    name: 'the ledger fetches who was erased',
    edits: [
      {
        file: 'functions/channels/whapi/comparison.ts',
        find: '.filter((item) => !erased(item))',
        replace: '.filter((item) => !erased(item) || item)',
      },
    ],
  },
  {
    name: 'what was said before somebody was erased stays on a screen',
    edits: [{ file: apply, find: ' || before.createdAt !== chat.createdAt', replace: '' }],
  },
  {
    name: 'who writes while the last traces are erased is erased, too',
    edits: [
      {
        file: 'functions/domain/erasure/erase.ts',
        find: "next && next.stage !== 'chat' ? next : await open(chatId, name)",
        replace: 'await open(chatId, name)',
      },
    ],
  },
]
