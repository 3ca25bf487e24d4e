/** The words of the box where one writes, and of what opens from it. */
export const words = {
  mode: { label: 'Who reads it', reply: 'Reply', note: 'Note' },
  note: {
    label: 'Note for the team',
    placeholder: 'Write a note for the team',
    hint: 'Only your team reads this. It is never sent to the customer.',
    send: 'Add note',
    mark: 'Only for the team',
    waiting: 'A note is begun here',
  },
  hand: {
    label: 'Hand the chat over with this note',
    keep: 'Keep the chat where it is',
    to: (name: string) => `Hand over to ${name}`,
    me: 'Take the chat',
    release: 'Release the chat to everybody',
    submit: 'Hand over',
    releaseSubmit: 'Release',
  },
  emoji: 'Emoji',
  canned: {
    open: 'Prepared replies',
    list: 'Prepared replies',
    found: (count: number) => (count === 1 ? '1 prepared reply' : `${count} prepared replies`),
    none: 'No prepared reply matches.',
    empty: 'There are no prepared replies yet.',
    askAdmin: 'An admin can write them.',
    failed: 'The prepared replies could not be fetched.',
    manage: 'Manage prepared replies',
    add: 'New prepared reply',
    shortcut: 'Shortcut',
    shortcutHint: 'Typed after a slash, for example /price',
    text: 'Text',
    textHint:
      '{{name}} becomes the customer’s name, {{agent}} the name of who writes, {{greeting}} a greeting by the time of day.',
    preview: 'What the customer reads',
    edit: (shortcut: string) => `Edit /${shortcut}`,
    remove: (shortcut: string) => `Delete /${shortcut}`,
    sure: (shortcut: string) => `Delete the prepared reply /${shortcut} for everybody?`,
    removeNow: 'Delete',
    taken: 'Another prepared reply has this shortcut.',
    wrongShortcut: 'Use 1 to 32 letters, digits, dots, dashes or underscores.',
    unknown: (variable: string) => `{{${variable}}} is not known and would be sent as it stands.`,
    sample: { name: 'Sari', agent: 'Ayu' },
  },
  viewing: {
    here: (names: string) => `Also looking at this chat: ${names}`,
    more: (count: number) => `+${count}`,
  },
  again: { anyway: 'Send anyway', edit: 'Edit' },
}

export type ComposerWords = typeof words
