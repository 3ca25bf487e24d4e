export const groups = ['anywhere', 'chats', 'chat', 'go', 'own'] as const
export type Group = (typeof groups)[number]

export interface Shortcut {
  group: Group
  /** As `keysOf` writes them; `Mod` is ⌘ on a Mac and Ctrl elsewhere. None: in the command bar only. */
  keys: readonly string[]
  /** Said on the sheet; done by the field itself. */
  byField?: true
  /** Nobody else can do it. */
  who?: 'admin'
}

/**
 * Every action with a name, and its keys: the sheet, the command bar and the handlers are made from this table.
 * Single keys act outside of fields; what has a modifier acts everywhere, and is taken by no browser.
 */
export const shortcuts = {
  'bar.open': { group: 'anywhere', keys: ['Mod+k'] },
  'sheet.open': { group: 'anywhere', keys: ['?'] },
  'list.search': { group: 'anywhere', keys: ['/'] },
  'field.leave': { group: 'anywhere', keys: ['Escape'] },
  'chat.next': { group: 'chats', keys: ['j', 'Alt+ArrowDown'] },
  'chat.previous': { group: 'chats', keys: ['k', 'Alt+ArrowUp'] },
  'chat.unread': { group: 'chats', keys: ['u'] },
  'chats.undo': { group: 'chats', keys: ['z'] },
  'chat.leave': { group: 'chats', keys: ['x'] },
  'chat.reply': { group: 'chat', keys: ['r'] },
  'chat.send': { group: 'chat', keys: ['Enter'], byField: true },
  'chat.line': { group: 'chat', keys: ['Shift+Enter'], byField: true },
  'chat.note': { group: 'chat', keys: ['n'] },
  'chat.take': { group: 'chat', keys: ['t'] },
  'chat.release': { group: 'chat', keys: ['l'] },
  'chat.assign': { group: 'chat', keys: ['a'], who: 'admin' },
  'chat.mode': { group: 'chat', keys: ['m'] },
  'chat.close': { group: 'chat', keys: ['c'] },
  'chat.customer': { group: 'chat', keys: ['i'] },
  'chat.markUnread': { group: 'chat', keys: ['b'] },
  'chat.mute': { group: 'chat', keys: ['q'] },
  'chat.select': { group: 'chat', keys: ['s'] },
  'go.all': { group: 'go', keys: ['g a'] },
  'go.mine': { group: 'go', keys: ['g m'] },
  'go.unassigned': { group: 'go', keys: ['g u'] },
  'go.unsent': { group: 'go', keys: ['g f'] },
  'go.health': { group: 'go', keys: ['g h'] },
  'go.numbers': { group: 'go', keys: ['g n'] },
  'go.team': { group: 'go', keys: ['g t'] },
  'go.settings': { group: 'go', keys: ['g s'] },
  'own.sound': { group: 'own', keys: [] },
  'own.notify': { group: 'own', keys: [] },
  'own.language': { group: 'own', keys: [] },
  'own.signOut': { group: 'own', keys: [] },
} as const satisfies Record<string, Shortcut>

export type ActionName = keyof typeof shortcuts
export const actionNames = Object.keys(shortcuts) as ActionName[]
export const shortcutOf = (name: ActionName): Shortcut => shortcuts[name]
